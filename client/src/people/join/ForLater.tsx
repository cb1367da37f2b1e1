import { Button } from '@mantine/core';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import { CopyButton } from '../../design/CopyButton.tsx';
import { Icon } from '../../design/Icon.tsx';
import { saveFile } from '../../platform/save-file.ts';
import { calendarOf } from './calendar.ts';
import styles from './ForLater.module.css';
import type { InvitationAnswer } from './invitation.ts';
import { useText } from './texts.ts';

/** For those who come before a session opens: the dates for their calendar, and the link that leads back here. */
export function ForLater({ invitation: { title, sessions }, link }: { invitation: InvitationAnswer; link: string }) {
  const text = useText();
  const note = text('join.personal');
  const save = () =>
    saveFile('multaqa.ics', 'text/calendar', calendarOf({ title, sessions, link, note, now: Date.now() }));
  return (
    <section className={styles.later}>
      <p>{text('join.later')}</p>
      <div className={styles.ways}>
        <Button variant="default" leftSection={<Icon of={IconCalendarPlus} size={20} />} onClick={save}>
          {text('join.calendar')}
        </Button>
        <CopyButton value={link}>{text('join.copy-link')}</CopyButton>
      </div>
    </section>
  );
}
