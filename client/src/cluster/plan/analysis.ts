import { type Broken, brokenRules } from '@multaqa/shared/cluster/analysis/check';
import { type Basis, basisOf, type Ground, groundOf } from '@multaqa/shared/cluster/analysis/ground';
import type { Profile } from '@multaqa/shared/cluster/analysis/profile';
import { type Quality, qualityOf } from '@multaqa/shared/cluster/analysis/quality';
import { useDeferredValue, useMemo } from 'react';
import type { Shown } from './use-arrangement.ts';
import type { Question } from './use-form.ts';

/** What can be said of an arrangement as it is now. */
export type Analysis = {
  /** What people are compared by; the same while only their places change. */
  basis: Basis;
  ground: Ground;
  /** The same a moment later: what takes longer rests on it, so that a move is drawn first. */
  settled: Ground;
  broken: readonly Broken[];
  /** How well people belong together; a moment behind what is on the screen. */
  quality: Quality;
};

/** What can be said of an arrangement: its rules at once, so that a move is drawn without waiting, the scores right after. */
export function useAnalysis(
  profiles: readonly Profile[],
  questions: readonly Question[],
  { of, settings }: Shown,
): Analysis {
  const basis = useMemo(() => basisOf(profiles, settings, questions), [profiles, settings, questions]);
  const ground = useMemo(() => groundOf(basis, of), [basis, of]);
  const broken = useMemo(() => brokenRules(profiles, of, settings.rules), [profiles, of, settings.rules]);
  const settled = useDeferredValue(ground);
  const quality = useMemo(() => qualityOf(settled), [settled]);
  return useMemo(() => ({ basis, ground, settled, broken, quality }), [basis, ground, settled, broken, quality]);
}
