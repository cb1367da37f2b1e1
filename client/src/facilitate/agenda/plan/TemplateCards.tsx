import { Button } from '@mantine/core';
import { type Template, templateNames, templates } from '@multaqa/shared/facilitate/agenda/templates';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../design/EmptyState.tsx';
import { useCommand, useView } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import { languages } from '../../../platform/languages.ts';
import styles from './AgendaPlan.module.css';
import { CopyFrom } from './CopyFrom.tsx';
import { useText } from './texts.ts';

/** Where nothing is planned yet: what an agenda can begin with. */
export function TemplateCards({
  session,
  mayPlan,
  children,
}: {
  session: string;
  mayPlan: boolean;
  children: ReactNode;
}) {
  const text = useText();
  return (
    <>
      <EmptyState title={text('agenda.plan.empty')} text={text('agenda.plan.empty.text')}>
        {children}
      </EmptyState>
      {mayPlan && (
        <>
          <ul className={styles.templates}>
            {templateNames.map(name => (
              <li key={name}>
                <Card session={session} name={name} />
              </li>
            ))}
          </ul>
          <CopyFrom session={session} />
        </>
      )}
    </>
  );
}

function Card({ session, name }: { session: string; name: Template }) {
  const text = useText();
  const send = useCommand();
  const spoken = useView(({ about }) => (about.status === 'unborn' ? languages : about.languages));
  const begin = () =>
    void send('agenda.copy', {
      session,
      from: { template: name, languages: [...spoken] },
      blocks: templates[name].map(newId),
    });
  return (
    <article className={styles.template}>
      <h3 className={styles.name}>{text(`agenda.template.${name}`)}</h3>
      <p className={styles.quiet}>{text(`agenda.template.${name}.text`)}</p>
      <Button
        variant="default"
        onClick={begin}
        aria-label={`${text('agenda.template.use')}: ${text(`agenda.template.${name}`)}`}
      >
        {text('agenda.template.use')}
      </Button>
    </article>
  );
}
