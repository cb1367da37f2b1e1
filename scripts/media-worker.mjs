// Provides mediasoup's worker alone and tries its download again at once. usage: media-worker.mjs [file to copy it to]
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { takeSteps } from './prepare/steps.mjs';
import { provideVoice } from './prepare/voice.mjs';

const [copy] = process.argv.slice(2);

await takeSteps(fileURLToPath(new URL('..', import.meta.url)), [
  [
    'Voice and picture',
    async (root, say) => {
      const { worker, words } = await provideVoice(root, say, { patient: true });
      if (!worker.path) throw new Error(words);
      if (copy) copyFileSync(worker.path, copy);
      return copy ? `${words}, copied to ${copy}` : `${words}: ${worker.path}`;
    },
  ],
]);
