import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { EmptyState } from '../design/EmptyState.tsx';
import { Gathering } from '../design/Gathering.tsx';
import { type Problem, post, refusedBy } from '../platform/http.ts';
import { DoorProblem } from './DoorProblem.tsx';
import { PageShell } from './PageShell.tsx';
import { useText } from './texts.ts';
import { useToken } from './token.ts';
import { askWhoIsHere } from './visitor.ts';

const noLink: Problem = { refusal: 'link-unknown', reference: null };

/** Where an organiser's one-time link leads: a click signs in, so that mail scanners cannot. */
export function OrganiserLinkPage() {
  const text = useText();
  const navigate = useNavigate();
  const token = useToken();
  const [problem, setProblem] = useState<Problem | null>(token ? null : noLink);
  useEffect(() => setProblem(token ? null : noLink), [token]);
  const [isBusy, setBusy] = useState(false);
  const signIn = async () => {
    setBusy(true);
    try {
      await post('/organiser-links/redeem', { token });
      await askWhoIsHere();
      await navigate('/', { replace: true });
    } catch (error) {
      setProblem(refusedBy(error));
      setBusy(false);
    }
  };
  return (
    <PageShell title={text('organiser-link.title')} width="narrow">
      {problem ? (
        <DoorProblem problem={problem} kind="organiser" onRetry={() => setProblem(null)} />
      ) : (
        <EmptyState
          of="page"
          picture={<Gathering size={180} />}
          title={text('organiser-link.title')}
          text={text('organiser-link.text')}
        >
          <Button loading={isBusy} onClick={() => void signIn()}>
            {text('organiser-link.button')}
          </Button>
        </EmptyState>
      )}
    </PageShell>
  );
}
