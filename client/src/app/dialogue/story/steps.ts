import type { Cluster } from '@multaqa/shared/cluster/cluster.state';
import { clusterIn } from '@multaqa/shared/cluster/cluster.view';
import type { DialogueView } from '@multaqa/shared/dialogue';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { profilesOf } from '@multaqa/shared/profiles';
import { hasAnswered } from '../../../cluster/plan/has-answered.ts';
import { currentOf, numbered } from '../../../facilitate/sessions/plan/order.ts';
import type { useText } from './texts.ts';

export const stepNames = ['cluster', 'define', 'invite', 'facilitate', 'evaluate', 'report'] as const;
export type StepName = (typeof stepNames)[number];

/** One of the six steps: `unbuilt` says honestly that it will come. `lines` are its one number and what that means now. */
export type Step = {
  name: StepName;
  state: 'done' | 'current' | 'ahead' | 'unbuilt';
  lines: readonly [string, string];
  /** Where one click leads, below the dialogue's address. */
  action: { label: string; to: string } | null;
};

type Words = {
  text: ReturnType<typeof useText>;
  relative(at: number): string;
  canInvite: boolean;
  /** Whose page it is, and how a cluster is called in its language. */
  me: string;
  clusterName(cluster: Pick<Cluster, 'names' | 'mark'>): string;
};

/** The six steps of a dialogue, each with what can be said and done about it now. */
export function stepsOf(view: DialogueView, words: Words): Step[] {
  const { text } = words;
  const sessions = numbered(view.sessions);
  const closed = sessions.filter(({ session }) => session.status === 'closed').length;
  const people = Object.values(view.people).filter(({ status }) => status === 'active');
  const isOver = sessions.length > 0 && closed === sessions.length;
  const hasBegun = closed > 0 || sessions.some(({ session }) => session.status === 'open');
  const isGathering = !hasBegun && (people.length < 2 || sessions.length === 0);
  const unbuilt = (name: 'define' | 'evaluate'): Step => ({
    name,
    state: 'unbuilt',
    lines: [text(`steps.${name}.ahead`), text('steps.unbuilt')],
    action: null,
  });
  return [
    clustering(view, people, words),
    unbuilt('define'),
    {
      name: 'invite',
      state: isGathering ? 'current' : 'done',
      lines: [
        text('places.people', { count: people.length }),
        words.canInvite
          ? invitations(people, text)
          : text('places.municipalities', { count: new Set(people.map(townOf).filter(Boolean)).size }),
      ],
      action: { label: text(words.canInvite ? 'steps.invite.action' : 'people.see-all'), to: 'people' },
    },
    {
      name: 'facilitate',
      state: isOver ? 'done' : isGathering ? 'ahead' : 'current',
      lines: meeting(view, words),
      action: { label: text('steps.facilitate.action'), to: 'sessions' },
    },
    unbuilt('evaluate'),
    {
      name: 'report',
      state: isOver ? 'current' : 'ahead',
      lines: [text('steps.report.draft'), text('steps.report.grows')],
      action: { label: text('steps.report.action'), to: 'report' },
    },
  ];
}

/** The clusters: what everybody sees of them; before that, for hosts, how far the answers and the arrangements are. */
function clustering(view: DialogueView, people: readonly PersonCard[], words: Words): Step {
  const { text, me, clusterName } = words;
  const { published, isLocked, plan } = view.cluster;
  const count = (clusters: number) => text('steps.cluster.count', { count: clusters });
  const step = (state: Step['state'], lines: Step['lines'], label: string | null): Step => ({
    name: 'cluster',
    state,
    lines,
    action: label === null ? null : { label, to: 'clusters' },
  });
  if (published) {
    const placed = people.filter(({ person }) => published.of[person] !== undefined).length;
    const mine = clusterIn(published, me);
    const seen = text(isLocked ? 'steps.cluster.locked' : 'steps.cluster.published');
    const all = { people: text('places.people', { count: placed }), clusters: count(published.clusters.length) };
    return step(
      'done',
      [text('steps.cluster.in', all), mine ? text('steps.cluster.yours', { name: clusterName(mine) }) : seen],
      text('steps.cluster.look'),
    );
  }
  if (!plan) return step('ahead', [text('steps.cluster.ahead'), text('steps.cluster.unpublished')], null);
  const [newest] = Object.values(plan.arrangements).sort((a, b) => b.madeAt - a.madeAt);
  if (newest) {
    const lines = [count(newest.clusters.length), text('steps.cluster.unpublished')] as const;
    return step('ahead', lines, text('steps.cluster.publish'));
  }
  const profiles = profilesOf(view.people, view.form);
  const answered = { answered: profiles.filter(hasAnswered).length, all: profiles.length };
  return step(
    'ahead',
    [text('steps.cluster.answered', answered), text('steps.cluster.none')],
    text('steps.cluster.propose'),
  );
}

/** How far the invitations have come: who has joined, before that whose links have been copied. */
function invitations(people: readonly PersonCard[], text: Words['text']): string {
  const joined = people.filter(({ joinedAt }) => joinedAt).length;
  return joined > 0
    ? text('steps.invite.joined', { count: joined })
    : text('steps.invite.links', { count: people.filter(({ invitedAt }) => invitedAt).length });
}

const townOf = ({ municipality, country }: { municipality: string; country: string }): string =>
  municipality && `${municipality}/${country}`;

function meeting({ sessions }: DialogueView, { text, relative }: Words): [string, string] {
  const total = numbered(sessions).length;
  const current = currentOf(sessions);
  if (total === 0) return [text('steps.facilitate.none'), text('steps.facilitate.none.more')];
  if (!current) return [text('steps.facilitate.all', { count: total }), text('steps.facilitate.all.more')];
  const of = text('steps.session-of', { number: current.number, total });
  return [of, current.session.status === 'open' ? text('steps.open-now') : relative(current.session.plan.startsAt)];
}
