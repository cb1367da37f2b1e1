import { isHost } from '../kernel/context.ts';
import { defineSlice } from '../kernel/slice.ts';
import { usualSettings } from './analysis/profile.ts';
import { decide } from './cluster.decide.ts';
import { evolve } from './cluster.evolve.ts';
import { facts, messages, refusals } from './cluster.messages.ts';
import { parts } from './cluster.parts.ts';
import type { Clusters } from './cluster.state.ts';
import { viewOf } from './cluster.view.ts';

/**
 * Who works with whom: groups of people by region, needs and vision, proposed, changed by hand, and published.
 *
 * [K1] A person is in one cluster of an arrangement at most, and only in one that exists there.
 * [K2] Undo takes back one change of one arrangement, redo does it again; together they change nothing.
 * [K3] A copy, and what is published, stay as they are when the arrangement that they come from changes.
 * [K4] Before clusters are published, participants see none; afterwards everybody sees the same.
 * [K5] Only hosts see arrangements; only organisers change them.
 * [K6] What is locked is neither withdrawn nor replaced, and nobody who has a cluster gets another; who has none can be placed.
 * [K7] A cluster keeps its mark for as long as it exists, and no two of one arrangement have the same.
 * [K8] The engine places only those who are in no cluster.
 * [K9] A discarded arrangement can be recovered while it is among the last that were discarded.
 */
export const cluster = defineSlice<Clusters>()({
  name: 'cluster',
  messages,
  facts,
  refusals,
  initial: {
    settings: usualSettings,
    arrangements: {},
    published: null,
    isLocked: false,
    lateRule: 'ask',
  },
  stateVersion: 1,
  factVersion: 1,
  parts,
  decide,
  evolve,
  view: (state, { role }) => viewOf(state, isHost(role)),
  outcome: ({ published }) =>
    published && {
      clusters: published.clusters.map(({ cluster, names, mark }) => ({
        cluster,
        names,
        mark,
        people: Object.keys(published.of).filter(person => published.of[person] === cluster),
      })),
    },
});
