/**
 * Why a task has no result. `busy`: too many wait already. `cancelled`: nobody wanted it any more. `silent`: it gave no sign of
 * life. `memory`: it needed more than a thread may have. `failed`: it threw, or its thread ended; see `cause`. `closed`: the
 * server is stopping.
 */
export type WorkFailure = 'busy' | 'cancelled' | 'silent' | 'memory' | 'failed' | 'closed';

/** A task that ended without a result. */
export class WorkFailed extends Error {
  readonly code: WorkFailure;
  constructor(task: string, code: WorkFailure, cause?: unknown) {
    super(`${task}: ${code}`, { cause });
    this.code = code;
  }
}
