import { installPackages, isDebian, isRoot, missingPackages } from '../debian.mjs';

const packages = ['chromium', 'redis-server', 'postgresql', 'coturn', 'libreoffice-writer-nogui', 'poppler-utils'];

/** Installs what tests start themselves: a browser, a relay, the stores of a deployment with several nodes, and what reads exported files. */
export async function prepareTestPrograms(_root, say) {
  if (!isDebian())
    return {
      lacking: `tests need Chromium, Redis, PostgreSQL, coturn, LibreOffice and Poppler; on Debian they are ${packages.join(', ')}`,
    };
  const lacking = missingPackages(packages);
  if (lacking.length === 0) return 'all there';
  if (!isRoot()) return { lacking: `some tests cannot run before: sudo apt-get install ${lacking.join(' ')}` };
  say(`apt-get installs ${lacking.join(', ')}, a minute or two`);
  try {
    await installPackages(lacking);
    return `installed ${lacking.join(', ')}`;
  } catch (error) {
    return { lacking: `could not install ${lacking.join(', ')}: ${error.message}` };
  }
}
