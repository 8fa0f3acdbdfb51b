// Where bundle files lie inside the station's data folder.

import { join } from 'node:path';

export const sentFolder = (station: string) => join(station, 'bundles', 'sent');
export const receivedFolder = (station: string) => join(station, 'bundles', 'received');
/** Private working copies; whatever lies here at the start of a job was left by a crash and is removed. */
export const workFolder = (station: string) => join(station, 'bundles', 'work');
