// Mounts the page. Anything the first screen does not need is loaded later.

import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { App } from './app/app';
import './app/app.css';

// The page's content security policy forbids code generation, which zod would otherwise use.
config({ jitless: true });

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
