import { NativeSelect, TextInput } from '@mantine/core';
import type { OutcomeKind } from '@multaqa/shared/facilitate/notes/outcomes';
import { languages } from '@multaqa/shared/kernel/languages';
import type { Icon as Shape } from '@tabler/icons-react';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconLanguage from '@tabler/icons-react/dist/esm/icons/IconLanguage.mjs';
import IconMapPin from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import type { Node } from '@tiptap/pm/model';
import type { ReactNode } from 'react';
import { Avatar } from '../../../design/Avatar.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage, useLanguageName } from '../../../platform/languages.ts';
import { textIn } from './attributes.ts';
import styles from './OutcomeCard.module.css';
import { useText } from './texts.ts';
import { usePeople } from './use-people.ts';

type Props = {
  node: Node;
  kind: OutcomeKind;
  isWritable: boolean;
  set(attributes: Readonly<Record<string, unknown>>): void;
  onOpen(): void;
};

/** Whom an outcome concerns, where and when. A commitment asks for its owner and its day at once. */
export function Details({ node, kind, isWritable, set, onOpen }: Props) {
  const text = useText();
  const asksFor = kind === 'commitment' && isWritable;
  const chips = useChips(node, asksFor);
  if (!asksFor && chips.length === 0) return null;
  return (
    <div className={styles.details} contentEditable={false}>
      {asksFor && <Promised attributes={node.attrs} set={set} />}
      {chips.length > 0 &&
        (isWritable ? (
          <button type="button" className={styles.chips} title={text('outcome.details')} onClick={onOpen}>
            {chips}
          </button>
        ) : (
          <div className={styles.chips}>{chips}</div>
        ))}
    </div>
  );
}

/** Who sees to a commitment, and until when. */
function Promised({ attributes, set }: { attributes: Node['attrs']; set: Props['set'] }) {
  const text = useText();
  const people = usePeople(textIn(attributes.owner));
  return (
    <div className={styles.promise}>
      <NativeSelect
        label={text('outcome.owner')}
        value={textIn(attributes.owner)}
        data={[{ value: '', label: text('outcome.owner.none') }, ...people]}
        onChange={event => set({ owner: event.currentTarget.value || null })}
      />
      <TextInput
        type="date"
        label={text('outcome.due')}
        value={textIn(attributes.due)}
        onChange={event => set({ due: event.currentTarget.value || null })}
      />
    </div>
  );
}

function useChips({ attrs }: Node, asksFor: boolean): ReactNode[] {
  const text = useText();
  const { locale } = useLanguage();
  const languageName = useLanguageName();
  const people = useView(view => view.people);
  const nameOf = (person: string) => people[person]?.name || text('common.nameless');
  const language = languages.find(one => one === attrs.language);
  const due = textIn(attrs.due);
  const day = due && new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(due));
  const owner = textIn(attrs.owner);
  const concerned = Array.isArray(attrs.people) ? attrs.people.map(String) : [];
  return [
    !asksFor && owner && <Chip key="owner" icon={IconFlag} label={text('outcome.owner')} words={nameOf(owner)} />,
    !asksFor && day && <Chip key="due" icon={IconCalendar} label={text('outcome.due')} words={day} />,
    ...concerned.map(person => <PersonChip key={person} person={person} name={nameOf(person)} />),
    textIn(attrs.municipality) && (
      <Chip key="town" icon={IconMapPin} label={text('outcome.municipality')} words={textIn(attrs.municipality)} />
    ),
    textIn(attrs.subtopic) && (
      <Chip key="topic" icon={IconTag} label={text('outcome.subtopic')} words={textIn(attrs.subtopic)} />
    ),
    language && (
      <Chip key="language" icon={IconLanguage} label={text('outcome.language')} words={languageName(language)} />
    ),
  ].filter(Boolean);
}

function Chip({ icon, label, words }: { icon: Shape; label: string; words: string }) {
  return (
    <span className={styles.chip} title={label}>
      <Icon of={icon} size={16} />
      <bdi>{words}</bdi>
    </span>
  );
}

function PersonChip({ person, name }: { person: string; name: string }) {
  return (
    <span className={styles.chip}>
      <Avatar id={person} name={name} size={20} />
      <bdi>{name}</bdi>
    </span>
  );
}
