import { Button } from '@mantine/core';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { Icon } from '../design/Icon.tsx';
import { Meter } from '../design/Meter.tsx';
import { Note } from '../design/Note.tsx';
import { Paper } from '../design/Paper.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import type { Progress } from '../platform/http.ts';
import { refusalText } from '../platform/texts.ts';
import styles from './Report.module.css';
import { ReportSections } from './ReportSections.tsx';
import { type SectionLoaders, useReport } from './report.ts';
import { useText } from './texts.ts';

/** The draft of the report; it grows with every session, and print is the same page. */
export function Report({ dialogue, loaders }: { dialogue: string; loaders: SectionLoaders }) {
  const text = useText();
  const report = useReport(dialogue, loaders);
  if (report.status === 'failed')
    return (
      <div className={styles.failed}>
        <Note tone="danger">{refusalText(text, report.problem)}</Note>
        <Button variant="default" onClick={report.again}>
          {text('common.try-again')}
        </Button>
      </div>
    );
  if (report.status === 'reading') return <Making progress={report.progress} />;
  const { sections, shown } = report;
  const missing = sections.flatMap(section => ('reference' in section ? [section.reference] : []));
  return (
    <>
      <Paper>
        <ReportSections sections={sections} shown={shown} />
        {missing.length > 0 && (
          <Note tone="danger">
            {text('report.missing')} {text('common.reference', { reference: missing.join(', ') })}
          </Note>
        )}
        <p className={styles.grows}>{text('report.grows')}</p>
      </Paper>
      <div className={styles.tools}>
        <Button variant="default" leftSection={<Icon of={IconPrinter} size={20} />} onClick={() => print()}>
          {text('report.print')}
        </Button>
      </div>
    </>
  );
}

/** The outline of the report while it is being made, with how far the server is where that takes long. */
function Making({ progress }: { progress: Progress | null }) {
  const text = useText();
  const share = progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : null;
  return (
    <>
      {share !== null && (
        <div className={styles.making}>
          <span id="report-making" className={styles.label}>
            {text('report.making')}
          </span>
          <div
            role="progressbar"
            aria-labelledby="report-making"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(share * 100)}
          >
            <Meter value={share} />
          </div>
        </div>
      )}
      <Skeleton label={text('common.loading')} />
    </>
  );
}
