import type { SessionId } from '@multaqa/shared/kernel/ids';
import type { Names } from '@multaqa/shared/names';
import { useView } from '../../dialogue/use-dialogue.ts';

/** A block in which something put aside can have its time; `elsewhere` is the title of another session. */
export type Target = { place: { session: SessionId; block: string }; title: Names; elsewhere: string | null };

/** So many blocks of other sessions are offered: a menu has an end. */
const mostElsewhere = 6;

/** The blocks that are still to come: of this session those after the present one, and the first ones of sessions ahead. */
export function useTargets(session: SessionId): Target[] {
  const agendas = useView(({ agenda }) => agenda.sessions);
  const sessions = useView(view => view.sessions);
  const own = agendas[session];
  const from = own ? own.order.indexOf(own.now?.block ?? '') + 1 : 0;
  const of = (id: SessionId, order: readonly string[], elsewhere: string | null): Target[] =>
    order.flatMap(block => {
      const title = agendas[id]?.blocks[block]?.title;
      return title ? [{ place: { session: id, block }, title, elsewhere }] : [];
    });
  const others = Object.values(sessions)
    .filter(({ session: id, status }) => id !== session && status === 'planned')
    .sort((a, b) => a.plan.startsAt - b.plan.startsAt)
    .flatMap(({ session: id, plan }) => of(id, agendas[id]?.order ?? [], plan.title));
  return [...of(session, own?.order.slice(from) ?? [], null), ...others.slice(0, mostElsewhere)];
}
