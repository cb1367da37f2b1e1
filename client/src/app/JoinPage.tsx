import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Skeleton } from '../design/Skeleton.tsx';
import { InvitationCard } from '../people/join/InvitationCard.tsx';
import { earlyInvitation, type InvitationAnswer, previewLink, redeemLink } from '../people/join/invitation.ts';
import { ReturnCard } from '../people/join/ReturnCard.tsx';
import { useText } from '../people/join/texts.ts';
import { type Problem, refusedBy } from '../platform/http.ts';
import { lazyWithTexts } from '../platform/lazy-with-texts.tsx';
import type { Arriving } from './arriving.ts';
import { DoorProblem } from './DoorProblem.tsx';
import { PageShell } from './PageShell.tsx';
import { useToken } from './token.ts';
import { useAhead, usePagesAhead } from './use-ahead.ts';
import { askWhoIsHere } from './visitor.ts';

const DeviceStep = lazyWithTexts(async () => (await import('../facilitate/media/devices/DeviceStep.tsx')).DeviceStep);

const ForLater = lazyWithTexts(async () => (await import('../people/join/ForLater.tsx')).ForLater);

type Step =
  | { name: 'looking' }
  | { name: 'invited'; invitation: InvitationAnswer }
  | { name: 'devices'; invitation: InvitationAnswer }
  | { name: 'refused'; problem: Problem };

const openIn = ({ sessions }: InvitationAnswer): string | null =>
  sessions.find(({ status }) => status === 'open')?.session ?? null;

/** Where a personal link leads: what one joins, the agreement, the devices, and in. */
export function JoinPage() {
  const text = useText();
  const navigate = useNavigate();
  const token = useToken();
  // Where the first page has asked already, nothing stands in between.
  const [early] = useState(() => earlyInvitation(token));
  const [step, setStep] = useState<Step>(early ? { name: 'invited', invitation: early } : { name: 'looking' });

  const look = useCallback(() => {
    setStep({ name: 'looking' });
    previewLink(token)
      .then(invitation => setStep({ name: 'invited', invitation }))
      .catch(error => setStep({ name: 'refused', problem: refusedBy(error) }));
  }, [token]);
  const isKnown = useRef(early !== null);
  useEffect(() => {
    if (!isKnown.current) look();
    isKnown.current = false;
  }, [look]);

  const join = async (then: () => void) => {
    try {
      await redeemLink(token);
      void askWhoIsHere();
      then();
    } catch (error) {
      setStep({ name: 'refused', problem: refusedBy(error) });
    }
  };

  const ahead = step.name === 'devices' ? step.invitation : null;
  usePagesAhead(step.name === 'invited');
  useAhead(ahead?.dialogue ?? null, ahead && openIn(ahead));

  const enter = (invitation: InvitationAnswer, otherwise: '' | '/answers') => {
    const { dialogue } = invitation;
    const open = openIn(invitation);
    const state: Arriving = { arriving: true };
    void navigate(open ? `/d/${dialogue}/s/${open}` : `/d/${dialogue}${otherwise}`, { replace: true, state });
  };

  return (
    <PageShell title={text('join.title')} width={step.name === 'devices' ? 'page' : 'narrow'}>
      {step.name === 'looking' && <Skeleton label={text('common.loading')} />}
      {step.name === 'refused' && <DoorProblem problem={step.problem} kind="join" onRetry={look} />}
      {step.name === 'invited' && (
        <Invited
          invitation={step.invitation}
          link={`${location.origin}/j/#${token}`}
          onJoin={() => join(() => setStep({ name: 'devices', invitation: step.invitation }))}
          onReturn={() => join(() => enter(step.invitation, ''))}
        />
      )}
      {step.name === 'devices' && (
        <Suspense fallback={<Skeleton label={text('common.loading')} />}>
          <DeviceStep
            person={step.invitation.dialogue}
            dialogue={step.invitation.dialogue}
            name={step.invitation.name ?? text('common.you')}
            role={step.invitation.role}
            onDone={() => enter(step.invitation, '/answers')}
          />
        </Suspense>
      )}
    </PageShell>
  );
}

type InvitedProps = {
  invitation: InvitationAnswer;
  link: string;
  onJoin(): Promise<void>;
  onReturn(): Promise<void>;
};

/** Who has joined from this browser before has agreed already, and the room knows their devices. */
function Invited({ invitation, link, onJoin, onReturn }: InvitedProps) {
  const isEarly = invitation.sessions.length > 0 && openIn(invitation) === null;
  const later = isEarly && (
    <Suspense>
      <ForLater invitation={invitation} link={link} />
    </Suspense>
  );
  return invitation.current?.who === 'you' ? (
    <ReturnCard invitation={invitation} onReturn={onReturn}>
      {later}
    </ReturnCard>
  ) : (
    <InvitationCard invitation={invitation} onJoin={onJoin}>
      {later}
    </InvitationCard>
  );
}
