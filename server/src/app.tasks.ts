import type { run as place } from './cluster/place.task.ts';
import type { run as propose } from './cluster/propose.task.ts';
import type { run as board } from './facilitate/board/export/board.task.ts';
import type { run as boardImage } from './facilitate/board/images/image.task.ts';
import type { run as boardThings } from './facilitate/board/picture/things.task.ts';
import type { run as rotation } from './facilitate/breakouts/rotation.task.ts';
import type { run as paper } from './facilitate/notes/paper/paper.task.ts';
import type { TaskList } from './platform/work-pool.ts';
import type { run as report } from './report/report.task.ts';

/** The tasks that run in threads, each by its name. */
export type Tasks = { report: typeof report; propose: typeof propose; place: typeof place; rotation: typeof rotation };

/** Those that read no dialogue: what they work on is in what they are given. */
export type DataTasks = {
  paper: typeof paper;
  board: typeof board;
  boardImage: typeof boardImage;
  boardThings: typeof boardThings;
};

/** Where they are. A new one is a line in each of these lists. */
export const tasks: TaskList<Tasks & DataTasks> = {
  board: {
    module: new URL('./facilitate/board/export/board.task.ts', import.meta.url),
    urgency: 'asked',
    silence: 60_000,
  },
  boardImage: {
    module: new URL('./facilitate/board/images/image.task.ts', import.meta.url),
    urgency: 'asked',
    silence: 30_000,
  },
  boardThings: {
    module: new URL('./facilitate/board/picture/things.task.ts', import.meta.url),
    urgency: 'asked',
    silence: 30_000,
  },
  paper: {
    module: new URL('./facilitate/notes/paper/paper.task.ts', import.meta.url),
    urgency: 'asked',
    silence: 60_000,
  },
  report: { module: new URL('./report/report.task.ts', import.meta.url), urgency: 'asked', silence: 30_000 },
  propose: { module: new URL('./cluster/propose.task.ts', import.meta.url), urgency: 'asked', silence: 30_000 },
  place: { module: new URL('./cluster/place.task.ts', import.meta.url), urgency: 'background', silence: 30_000 },
  rotation: {
    module: new URL('./facilitate/breakouts/rotation.task.ts', import.meta.url),
    urgency: 'asked',
    silence: 30_000,
  },
};
