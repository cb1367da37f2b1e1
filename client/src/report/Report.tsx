import { Button } from '@mantine/core';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { useEffect, useState } from 'react';
import { EmptyState } from '../design/EmptyState.tsx';
import { Icon } from '../design/Icon.tsx';
import { Note } from '../design/Note.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { type Problem, refusedBy } from '../platform/http.ts';
import { refusalText, useText } from '../platform/languages.ts';
import styles from './Report.module.css';
import { ReportSections } from './ReportSections.tsx';
import { readReport, type Section } from './report.ts';

/** The draft of the report; it grows with every session, and print is the same page. */
export function Report({ dialogue }: { dialogue: string }) {
  const text = useText();
  const [sections, setSections] = useState<readonly Section[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    readReport(dialogue)
      .then(setSections)
      .catch(error => setProblem(refusedBy(error)));
  }, [dialogue]);
  if (problem) return <Note tone="danger">{refusalText(text, problem)}</Note>;
  if (!sections) return <Skeleton label={text('app.loading')} />;
  const missing = sections.flatMap(({ reference }) => reference ?? []);
  const isEmpty = missing.length === 0 && sections.every(({ lines }) => lines.length === 0);
  if (isEmpty) return <EmptyState title={text('report.empty.title')} text={text('report.empty.text')} />;
  return (
    <>
      <article className={styles.paper}>
        <ReportSections sections={sections} />
        {missing.length > 0 && (
          <Note tone="danger">
            {text('report.missing')} {text('app.reference', { reference: missing.join(', ') })}
          </Note>
        )}
        <p className={styles.grows}>{text('report.grows')}</p>
      </article>
      <div className={styles.tools}>
        <Button variant="default" leftSection={<Icon of={IconPrinter} size={20} />} onClick={() => print()}>
          {text('report.print')}
        </Button>
      </div>
    </>
  );
}
