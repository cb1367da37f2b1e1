import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addressOf, networkOf } from './address.ts';

describe('the address of a client', () => {
  test.each([
    ['no proxy', null],
    ['a proxy at the socket', ['loopback']],
    ['a chain of proxies', ['loopback', '10.0.0.0/8', '2001:db8::/32']],
  ])('is the one that Express finds for pages, with %s and any header', async (_, proxies) => {
    const app = express();
    if (proxies) app.set('trust proxy', proxies);
    app.get('/', (asked, response) => void response.json([asked.ip, addressOf(asked, app.get('trust proxy fn'))]));
    const http = app.listen(0, '127.0.0.1');
    onTestFinished(() => void http.close());
    await once(http, 'listening');
    const { port } = http.address() as AddressInfo;
    const ask = (forwarded: string) =>
      new Promise<[string, string]>((resolve, reject) => {
        const headers = { 'x-forwarded-for': forwarded };
        request({ host: '127.0.0.1', port, headers }, (response: IncomingMessage) => {
          let text = '';
          response.on('data', part => {
            text += part;
          });
          response.on('end', () => resolve(JSON.parse(text)));
        })
          .once('error', reject)
          .end();
      });
    const hop = fc.constantFrom('10.1.2.3', '203.0.113.9', '127.0.0.1', '2001:db8::7', '2a00::1', 'unknown', '', ' ');
    const header = fc.array(hop, { maxLength: 4 }).map(hops => hops.join(', '));
    await fc.assert(
      fc.asyncProperty(header, async forwarded => {
        const [ip, found] = await ask(forwarded);
        expect([forwarded, found]).toEqual([forwarded, ip]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the network of an address', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:DB8:1:2:ffff::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8::1:2:3:4:5', '2001:db8:0:1'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0'],
    ['unknown', 'unknown'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
