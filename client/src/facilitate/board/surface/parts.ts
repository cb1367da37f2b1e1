import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import type { ComponentType } from 'react';
import type { Desk } from './desk.ts';

/** What is painted at a thing that is seen from afar, where nobody presses anything: dots, whose it is, and what hosts made of it. */
export type FarMark = {
  /** `own` while a vote is open, `all` once it is counted; null for none. */
  dots: { of: 'own' | 'all'; count: number } | null;
  signs: readonly ('locked' | 'outcome')[];
  /** Empty for nobody. */
  names: string;
};
/** Says what is painted at a thing; null for nothing. Another function where something of it has changed. */
export type FarMarks = (thing: Thing) => FarMark | null;

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
