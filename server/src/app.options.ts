import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Rates } from './dialogue/rates.ts';
import type { CrashPoint } from './dialogue/runner.ts';
import type { DocumentFeature } from './documents/feature.ts';
import type { Clock } from './platform/clock.ts';
import type { Logger } from './platform/logger.ts';
import type { SlowDisk } from './platform/store/group-commit.ts';
import type { TaskSpec } from './platform/work-pool.ts';

/** What the server is started with besides its configuration. */
export type AppOptions = {
  clock: Clock;
  logger: Logger;
  version: string;
  clientFolder: string;
  /** mediasoup's worker program (null: the one that its package brought) and how many run; null for a server without voice and picture. */
  media: { worker: string | null; count: number } | null;
  askForOrganiserLink?: boolean;
  /** Tests add slices of their own here, end the process at chosen points and slow the disk down. */
  rules?: Rules;
  /** Where threads find the same rules, as `rules`. */
  rulesModule?: URL;
  moreTasks?: Record<string, TaskSpec>;
  /** What follows documents, in the place of the product's own. */
  documentFeatures?: readonly DocumentFeature[];
  crash?(point: CrashPoint): void;
  snapshotEvery?: number;
  rates?: Rates;
  disk?: SlowDisk;
};
