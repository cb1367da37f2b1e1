import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../design/Icon.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { PageShell } from '../PageShell.tsx';
import styles from './SubPage.module.css';

type Props = {
  title: string;
  lead?: string;
  children: ReactNode;
  back?: { to: string; label: string };
  width?: 'page' | 'wide';
};

/** A page one click below the dialogue, with the way back above its title. */
export function SubPage({ title, lead, children, back, width = 'page' }: Props) {
  const { id } = useDialogue();
  const dialogue = useView(({ about }) => (about.status === 'unborn' ? '' : about.title));
  return (
    <PageShell title={title} width={width}>
      <Link className={styles.back} to={back?.to ?? `/d/${id}`}>
        <Icon of={IconArrowLeft} mirrored size={18} />
        <bdi>{back?.label ?? dialogue}</bdi>
      </Link>
      <h1>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      <div className={styles.content}>{children}</div>
    </PageShell>
  );
}
