import { Menu } from '@mantine/core';
import type { RoomFacts } from '@multaqa/shared/facilitate/breakouts/preview';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconNotes from '@tabler/icons-react/dist/esm/icons/IconNotes.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import IconUserStar from '@tabler/icons-react/dist/esm/icons/IconUserStar.mjs';
import { Icon } from '../../../../design/Icon.tsx';
import { MenuOnDemand } from '../../../../design/MenuOnDemand.tsx';
import { useView } from '../../../../dialogue/use-dialogue.ts';
import { useLanguage, useLanguageName } from '../../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { ShownGrouping } from '../use-groupings.ts';
import styles from './RoomHead.module.css';

/** What can be done with a room as a whole; null for who may look only. */
export type Shaping = {
  onName(room: string): void;
  onAppoint(room: string): void;
  onDrop(room: string): void;
};

type Props = {
  room: ShownGrouping['rooms'][number];
  name: string;
  facts: RoomFacts | undefined;
  breaks: readonly string[];
  shaping: Shaping | null;
};

/** Below the name of a room: who leads it, which languages and towns meet there, and what is broken. */
export function RoomHead({ room, name, facts, breaks, shaping }: Props) {
  const text = useText();
  return (
    <>
      <Roles roles={room.roles} />
      {facts && facts.size > 0 && <Meeting facts={facts} />}
      {breaks.length > 0 && (
        <ul className={styles.breaks}>
          {breaks.map(sentence => (
            <li key={sentence}>
              <Icon of={IconAlertTriangle} size={16} />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      {shaping && (
        <div className={styles.actions}>
          <button
            type="button"
            className={styles.act}
            aria-label={text('prepare.appoint.of', { name })}
            onClick={() => shaping.onAppoint(room.room)}
          >
            {text('prepare.appoint')}
          </button>
          <MenuOnDemand label={text('prepare.actions-of', { name })}>
            <Menu.Item leftSection={<Icon of={IconPencil} size={20} />} onClick={() => shaping.onName(room.room)}>
              {text('prepare.name')}
            </Menu.Item>
            <Menu.Item leftSection={<Icon of={IconTrash} size={20} />} onClick={() => shaping.onDrop(room.room)}>
              {text('prepare.drop')}
            </Menu.Item>
          </MenuOnDemand>
        </div>
      )}
    </>
  );
}

function Roles({ roles }: Pick<ShownGrouping['rooms'][number], 'roles'>) {
  const text = useText();
  const people = useView(view => view.people);
  const nameOf = (person: string) => people[person]?.name ?? text('common.nameless');
  const { facilitator, 'note-taker': noteTaker } = roles;
  if (!facilitator && !noteTaker) return null;
  return (
    <ul className={styles.roles}>
      {facilitator && (
        <li>
          <Icon of={IconUserStar} size={16} />
          <span>{text('prepare.leads', { name: nameOf(facilitator) })}</span>
        </li>
      )}
      {noteTaker && (
        <li>
          <Icon of={IconNotes} size={16} />
          <span>{text('prepare.notes', { name: nameOf(noteTaker) })}</span>
        </li>
      )}
    </ul>
  );
}

/** Which languages the people of a room have in common, or how many speak each; and from how many towns they come. */
function Meeting({ facts: { shared, isInterpreted, languages, towns, size } }: { facts: RoomFacts }) {
  const text = useText();
  const { locale } = useLanguage();
  const languageName = useLanguageName();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const spoken = languages.map(({ language, people }) =>
    text('prepare.speak', { language: languageName(language), number: people }),
  );
  const isKnown = languages.length > 0;
  return (
    <p className={styles.meeting}>
      {isKnown && shared.length > 0 && text('prepare.shared', { languages: list.format(shared.map(languageName)) })}
      {isKnown && shared.length === 0 && list.format(spoken)}
      {isKnown && isInterpreted && `${text('common.comma')}${text('prepare.interpreted')}`}
      {isKnown && towns.length > 0 && ' · '}
      {towns.length > 0 && size > 1 && text('places.municipalities', { count: towns.length })}
    </p>
  );
}
