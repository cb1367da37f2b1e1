import { useView } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

/** How somebody is called, also once their name is removed. */
export function PersonName({ person }: { person: string }) {
  const text = useText();
  const name = useView(({ people }) => people[person]?.name ?? null);
  return <bdi>{name ?? text('common.nameless')}</bdi>;
}
