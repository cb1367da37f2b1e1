import type { ShownBlock } from '@multaqa/shared/facilitate/agenda/agenda.view';
import type { SessionId } from '@multaqa/shared/kernel/ids';
import { useMemo } from 'react';
import { useView } from '../../dialogue/use-dialogue.ts';

/** The blocks of a session in their order; none where one sees no agenda. */
export function useBlocks(session: SessionId): readonly ShownBlock[] {
  const agenda = useView(view => view.agenda.sessions[session]);
  return useMemo(() => (agenda ? agenda.order.flatMap(id => agenda.blocks[id] ?? []) : []), [agenda]);
}
