import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import type { ComponentType } from 'react';
import type { Desk } from './desk.ts';

/** What others bring to a board's surface. */
export type SurfaceParts = {
  /** Drawn in the box of each thing that is near enough to be read: dots, an outcome, who wrote it. */
  Mark?: ComponentType<{ thing: Thing }>;
  /** Up to two buttons in the bar on what is chosen. */
  Actions?: ComponentType<{ things: readonly Thing[]; desk: Desk }>;
  /** Entries in the menu of what is chosen. */
  Entries?: ComponentType<{ things: readonly Thing[]; desk: Desk }>;
  /** Entries in the menu of the tools. */
  Tools?: ComponentType<{ desk: Desk }>;
  /** What an empty board says. */
  Empty?: ComponentType<{ desk: Desk }>;
};
