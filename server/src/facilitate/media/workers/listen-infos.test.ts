import { expect, it } from 'vitest';
import { listenInfos } from './listen-infos.ts';

it('a worker listens on UDP and TCP of one port', () => {
  expect(listenInfos({ host: '10.0.0.5', port: 4_000 }, null)).toEqual([
    { protocol: 'udp', ip: '10.0.0.5', port: 4_000 },
    { protocol: 'tcp', ip: '10.0.0.5', port: 4_000 },
  ]);
});

it('ICE candidates carry the announced address instead of the one behind the router', () => {
  const infos = listenInfos({ host: '0.0.0.0', port: 4_000 }, 'meet.example');
  expect(infos.map(({ ip, announcedAddress }) => [ip, announcedAddress])).toEqual([
    ['0.0.0.0', 'meet.example'],
    ['0.0.0.0', 'meet.example'],
  ]);
});

it('a server on all addresses names them, since nobody can connect to 0.0.0.0', () => {
  const ips = listenInfos({ host: '0.0.0.0', port: 0 }, null).map(({ ip }) => ip);
  expect(ips).toContain('127.0.0.1');
  expect(ips).not.toContain('0.0.0.0');
});

it('a server for this machine alone listens on its loopback', () => {
  const ips = listenInfos({ host: 'localhost', port: 0 }, null).map(({ ip }) => ip);
  expect(new Set(ips)).toEqual(new Set(['127.0.0.1']));
});
