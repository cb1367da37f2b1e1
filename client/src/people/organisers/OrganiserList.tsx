import { Button } from '@mantine/core';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { useCallback, useEffect, useState } from 'react';
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx';
import { Icon } from '../../design/Icon.tsx';
import { Note } from '../../design/Note.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { type Problem, refusedBy } from '../../platform/http.ts';
import { useLanguage } from '../../platform/languages.ts';
import { refusalText } from '../../platform/texts.ts';
import { AddOrganiser } from './AddOrganiser.tsx';
import { LinkDialog, type Shown } from './LinkDialog.tsx';
import styles from './OrganiserList.module.css';
import { OrganiserRow } from './OrganiserRow.tsx';
import { listOrganisers, newOrganiserLink, type Organiser, revokeOrganiser } from './organisers.ts';
import { useText } from './texts.ts';

/** Organisers of this installation: a new one gets a one-time link, one who leaves loses the way in at once. */
export function OrganiserList() {
  const text = useText();
  const { language } = useLanguage();
  const [organisers, setOrganisers] = useState<readonly Organiser[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [leaving, setLeaving] = useState<Organiser | null>(null);

  const attempt = useCallback(
    async (work: () => Promise<unknown>) => {
      try {
        await work();
        const all = await listOrganisers();
        // Who has not said their name yet is still somebody in the list.
        setOrganisers(all.map(one => ({ ...one, name: one.name || text('organisers.unnamed') })));
        setProblem(null);
      } catch (error) {
        setProblem(refusedBy(error));
      }
    },
    [text],
  );
  useEffect(() => void attempt(async () => undefined), [attempt]);

  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>{text('organisers.title')}</h1>
          <p className={styles.quiet}>{text('organisers.text')}</p>
        </div>
        {organisers && (
          <Button leftSection={<Icon of={IconUserPlus} size={20} />} onClick={() => setAdding(true)}>
            {text('organisers.add')}
          </Button>
        )}
      </div>
      {problem && <Note tone="danger">{refusalText(text, problem)}</Note>}
      {!organisers && !problem && <Skeleton label={text('common.loading')} rows={2} />}
      {organisers && (
        <ul className={styles.list}>
          {organisers.map(organiser => (
            <OrganiserRow
              key={organiser.account}
              organiser={organiser}
              onLink={() =>
                void attempt(async () => {
                  const { link, mailed } = await newOrganiserLink(organiser.account, language);
                  setShown({ name: organiser.name, link, way: organiser.me ? 'own' : mailed ? 'mailed' : 'text' });
                })
              }
              onRevoke={() => setLeaving(organiser)}
            />
          ))}
        </ul>
      )}
      <AddOrganiser
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onAdded={added => {
          setAdding(false);
          setShown(added);
          void attempt(async () => undefined);
        }}
      />
      <LinkDialog shown={shown} onClose={() => setShown(null)} />
      <ConfirmDialog
        isOpen={leaving !== null}
        title={text('organisers.revoke.title', { name: leaving?.name ?? '' })}
        body={text('organisers.revoke.text')}
        confirm={text('organisers.revoke')}
        tone="danger"
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving && void attempt(() => revokeOrganiser(leaving.account))}
      />
    </>
  );
}
