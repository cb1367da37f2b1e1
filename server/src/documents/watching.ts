import { parseDocumentName } from '@multaqa/shared/documents/names';
import type * as Y from 'yjs';
import type { Faults } from '../dialogue/faults.ts';
import type { DocumentFeature, Guard, Watcher } from './feature.ts';
import type { LoadedDocument } from './loaded.ts';

/** Those who follow one document, as one. */
export type Followers = {
  /** The document has changed, or was loaded. */
  changed(): void;
  /** Resolves when all have noticed what is in it, or one of them failed; with whether all have. */
  haveNoticed(): Promise<boolean>;
  close(): void;
};

/** Calls the features of a dialogue's documents; what one of them throws is logged and costs that call alone. */
export type Watching = {
  seedOf(name: string): ((doc: Y.Doc) => void) | null;
  watch(document: LoadedDocument): Followers;
  /** Who judges what is written into a document now; null where nobody does. */
  guardOf(document: LoadedDocument): Guard | null;
};

/** The features that documents of each kind have; `keep` writes down what was noticed. */
export function openWatching(
  dialogue: string,
  features: readonly DocumentFeature[],
  faults: Faults,
  keep: (document: string, at: number) => Promise<void>,
): Watching {
  const attempt = (act: () => void) => faults.attempt('a feature of documents failed', act);
  const featuresOf = (name: string) => features.filter(({ kind }) => kind === parseDocumentName(name)?.kind);

  function watchersOf({ name, doc, owners }: LoadedDocument): Watcher[] {
    const personOf = (client: number) => {
      const owner = owners.get(client) ?? null;
      return owner === 'engine' ? null : owner;
    };
    const watchers: Watcher[] = [];
    for (const feature of featuresOf(name))
      attempt(() => {
        const watcher = feature.open?.({ dialogue, name, doc, personOf });
        if (watcher) watchers.push(watcher);
      });
    return watchers;
  }

  return {
    seedOf(name) {
      const seeds: ((doc: Y.Doc) => void)[] = [];
      for (const feature of featuresOf(name))
        attempt(() => {
          const seed = feature.seed?.(dialogue, name);
          if (seed) seeds.push(seed);
        });
      return seeds[0] ?? null;
    },
    guardOf({ name, doc }) {
      const guards: Guard[] = featuresOf(name).flatMap(feature => feature.guard?.(dialogue, name, doc) ?? []);
      if (guards.length === 0) return null;
      return (entries, person) => {
        // Where it cannot be said whether somebody may write, they may not.
        let refusal: ReturnType<Guard> = 'fault';
        attempt(() => {
          refusal = guards.map(guard => guard(entries, person)).find(one => one !== null) ?? null;
        });
        return refusal;
      };
    },
    watch(document) {
      const watchers = watchersOf(document);
      let noticed = 0;
      let kept = 0;
      const tell = async (): Promise<void> => {
        const { position } = document;
        try {
          await Promise.all(watchers.map(watcher => watcher.changed()));
          noticed = Math.max(noticed, position);
        } catch (error) {
          faults.log(error, 'a feature of documents failed', { document: document.name });
        }
      };
      return {
        changed: () => void tell(),
        async haveNoticed() {
          if (watchers.length === 0) return true;
          if (noticed < document.position) await tell();
          const at = noticed;
          if (at > kept) await keep(document.name, at);
          kept = at;
          return at >= document.position;
        },
        close() {
          for (const watcher of watchers) attempt(() => watcher.close());
        },
      };
    },
  };
}
