// What page and data worker say to each other.

import type { Result } from '#shared/base/result';
import type { Progress, ProjectionFailure, ProjectionPort } from '../port';

export type PortCall = keyof ProjectionPort;

export interface CallMessage {
  readonly id: number;
  readonly call: PortCall;
  readonly args: readonly unknown[];
}

export type WorkerMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly result: Result<unknown, ProjectionFailure> }
  | { readonly kind: 'progress'; readonly progress: Progress };
