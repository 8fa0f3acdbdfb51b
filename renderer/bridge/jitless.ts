// Keeps zod from compiling code: the page's content policy forbids eval. Load it before anything that builds schemas.

import { config } from 'zod';

config({ jitless: true });
