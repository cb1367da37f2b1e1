import type { Scope } from '@multaqa/shared/facilitate/exchange/exchange.rules';
import { useMemo, useSyncExternalStore } from 'react';
import { Skeleton } from '../../design/Skeleton.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { openPolled } from '../../platform/polled.ts';
import { FigureList } from './FigureList.tsx';
import { TownMatrix } from './TownMatrix.tsx';
import { useText } from './texts.ts';

/** Ms between two questions: the figures of a whole session change slowly. */
const every = 15_000;

/** The figures of a whole session, or of all sessions for null, as they are now. */
export function WiderFigures({ session }: { session: string | null }) {
  const text = useText();
  const dialogue = useDialogue();
  const scope = useMemo(
    () =>
      openPolled<Scope>(async () => {
        const asked = await dialogue.ask('exchange.figures', { session });
        return asked.ok ? (asked.answer as Scope) : null;
      }, every),
    [dialogue, session],
  );
  const known = useSyncExternalStore(scope.subscribe, scope.current);
  if (!known) return <Skeleton label={text('common.loading')} />;
  return (
    <>
      <FigureList of={known.figures} />
      <TownMatrix of={known.matrix} />
    </>
  );
}
