// Mounts the page. Anything the first screen does not need is loaded later.

import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { followColorScheme } from './ui/color-scheme';
import './app/app.css';

followColorScheme();

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
