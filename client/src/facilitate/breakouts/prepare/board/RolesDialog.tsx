import { Button, NativeSelect } from '@mantine/core';
import type { RoomRole } from '@multaqa/shared/kernel/messages';
import { roomRoles } from '@multaqa/shared/kernel/messages';
import { Dialog } from '../../../../design/Dialog.tsx';
import { FormActions } from '../../../../design/FormActions.tsx';
import { useCommand, useView } from '../../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { ShownGrouping } from '../use-groupings.ts';
import styles from './RolesDialog.module.css';

type Props = {
  grouping: ShownGrouping;
  /** Whose roles are named; null while none are. */
  room: ShownGrouping['rooms'][number] | null;
  name: string;
  onClose(): void;
};

/** Names who leads a room and who takes notes there. What is chosen counts at once. */
export function RolesDialog({ grouping, room, name, onClose }: Props) {
  const text = useText();
  return (
    <Dialog
      title={text('prepare.appoint.of', { name })}
      isOpen={room !== null}
      onClose={onClose}
      size={460}
      fills={false}
    >
      {room && (
        <div className={styles.fields}>
          <p className={styles.quiet}>{text('prepare.appoint.hint')}</p>
          {roomRoles.map(role => (
            <RoleField key={role} grouping={grouping} room={room} role={role} />
          ))}
          <FormActions>
            <Button onClick={onClose}>{text('common.close')}</Button>
          </FormActions>
        </div>
      )}
    </Dialog>
  );
}

function RoleField({
  grouping,
  room,
  role,
}: {
  role: RoomRole;
  grouping: ShownGrouping;
  room: NonNullable<Props['room']>;
}) {
  const text = useText();
  const send = useCommand();
  const candidates = useCandidates(grouping, room.room, role);
  return (
    <NativeSelect
      label={text(`roles.${role}`)}
      value={room.roles[role] ?? ''}
      data={[{ value: '', label: text('prepare.appoint.nobody') }, ...candidates]}
      onChange={event => {
        const person = event.currentTarget.value || null;
        void send('breakouts.appoint', { grouping: grouping.grouping, room: room.room, role, person });
      }}
    />
  );
}

/** Those of this role first, then the people of the room, then everybody else who takes part; each by name. */
function useCandidates({ places }: ShownGrouping, room: string, role: RoomRole) {
  const text = useText();
  const { language } = useLanguage();
  const people = useView(view => view.people);
  const { compare } = new Intl.Collator(language);
  const all = Object.values(people)
    .filter(one => one.status === 'active' && one.role !== 'observer')
    .map(one => ({ value: one.person, label: one.name ?? text('common.nameless'), role: one.role }))
    .sort((a, b) => compare(a.label, b.label));
  const groups = [
    { group: text(`prepare.candidates.${role}`), items: all.filter(one => one.role === role) },
    {
      group: text('prepare.candidates.room'),
      items: all.filter(one => one.role !== role && places[one.value] === room),
    },
    {
      group: text('prepare.candidates.others'),
      items: all.filter(one => one.role !== role && places[one.value] !== room),
    },
  ];
  return groups
    .filter(({ items }) => items.length > 0)
    .map(({ group, items }) => ({ group, items: items.map(({ value, label }) => ({ value, label })) }));
}
