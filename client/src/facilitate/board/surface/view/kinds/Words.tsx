import type { WrittenThing } from '@multaqa/shared/facilitate/board/scene/thing';
import { useSaid } from '../../../said.ts';
import { useUi } from '../../use-desk.ts';
import { Writing } from '../../write/Writing.tsx';

type Props = { thing: WrittenThing; className: string | undefined; style?: Record<string, string> };

/** The words in a thing; the field for them while this person writes there. */
export function Words({ thing, className = '', style = {} }: Props) {
  const isWriting = useUi(({ writes }) => writes === thing.id);
  const said = useSaid();
  if (isWriting) return <Writing thing={thing} className={className} style={style} />;
  const template = !thing.text && thing.says ? said(thing.says) : '';
  if (!thing.text && !template) return null;
  return (
    <div className={className} style={style} dir="auto" data-said={template ? '' : undefined}>
      {thing.text || template}
    </div>
  );
}
