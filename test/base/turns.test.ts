import { setImmediate as afterPoll } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { alone, Turns } from '../../src/base/turns.ts';

let now = 0;
let turns: Turns;
beforeEach(() => {
  now = 0;
  turns = new Turns(() => now);
});

const done: string[] = [];
beforeEach(() => void done.splice(0));

/** A request that works for `steps` steps of `step` milliseconds. */
async function request(name: string, client: string, steps: number, step = 1): Promise<void> {
  const turn = turns.begin(client);
  for (let index = 0; index < steps; index++) {
    await turn.pause();
    now += step;
  }
  done.push(name);
}

describe('turns', () => {
  it('let work continue at once if there is no other work', () => {
    expect(turns.begin('a').pause()).toBeNull();
    expect(alone.pause()).toBeNull();
  });

  it('let work continue for a slice, then let other work run', async () => {
    const turn = turns.begin('a');
    expect(turn.pause()).toBeNull();
    now += 3;
    expect(turn.pause()).toBeNull();
    now += 3;
    const waits = turn.pause();
    expect(waits).toBeInstanceOf(Promise);
    expect(turn.pause()).toBe(waits);
    await waits;
    expect(turn.pause()).toBeNull();
  });

  it('answer a small question before the rest of large ones', async () => {
    const large = [1, 2, 3, 4, 5].map((number) => request(`large ${number}`, 'a', 100));
    await afterPoll();
    await Promise.all([...large, request('small', 'a', 2)]);
    expect(done[0]).toBe('small');
  });

  it('prefer a client with little use to one with much, however its requests are divided', async () => {
    const many = Array.from({ length: 50 }, (_, index) => request(`${index}`, 'greedy', 6));
    await afterPoll();
    await afterPoll();
    await Promise.all([...many, request('modest', 'modest', 10)]);
    expect(done.indexOf('modest')).toBeLessThan(10);
  });

  it('forget in time what a client used', async () => {
    await request('before', 'once greedy', 200);
    await afterPoll();
    now += 60_000;
    done.splice(0);
    const others = [1, 2, 3, 4].map((number) => request(`other ${number}`, `client ${number}`, 8));
    await afterPoll();
    await Promise.all([...others, request('again', 'once greedy', 4)]);
    expect(done.indexOf('again')).toBeLessThan(3);
  });

  it('let no request wait forever', async () => {
    const long = request('long', 'a', 40);
    for (let index = 0; index < 2000 && !done.includes('long'); index++) {
      await request(`short ${index}`, 'a', 4);
    }
    await long;
    expect(done.length).toBeLessThan(2000);
  });

  it('bring all work to its end, whatever comes when', async () => {
    const arrivals = fc.array(
      fc.record({
        client: fc.constantFrom('a', 'b', 'c'),
        steps: fc.integer({ min: 1, max: 20 }),
        step: fc.integer({ min: 0, max: 9 }),
        idle: fc.nat(2),
      }),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(arrivals, async (requests) => {
        done.splice(0);
        const all: Promise<void>[] = [];
        for (const [index, { client, steps, step, idle }] of requests.entries()) {
          for (let wait = 0; wait < idle; wait++) await afterPoll();
          all.push(request(`${index}`, client, steps, step));
        }
        await Promise.all(all);
        expect(done).toHaveLength(requests.length);
      }),
    );
  });
});
