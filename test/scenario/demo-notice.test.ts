import { expect, it } from 'vitest';
import { furnishDemoOffice } from '../simulator/demo-office.ts';
import { openOffice, SCENARIO_START_MS } from '../simulator/office.ts';
import type { SimMessage } from '../simulator/protocol.ts';
import { textOf } from '../simulator/seen.ts';

/** A dozen people register, file and report, one after the other. */
const TEST_MS = 120_000;

it(
  'the demo office has one No Gift notice in its staff group, also when it is opened at night',
  async () => {
    const night = SCENARIO_START_MS + 14 * 60 * 60 * 1000;
    const office = await openOffice({ startMs: night, groupPostbackUserId: true });
    await furnishDemoOffice(office, night);
    const { groups } = await office.state();
    const staff = groups.find(({ name }) => name.includes('เจ้าหน้าที่')) ?? expect.fail('no staff group');
    const url = `${office.simulatorUrl}/sim/chats/${staff.id}/messages?as=${staff.memberIds[0]}&after=0`;
    const messages = (await (await fetch(url)).json()) as SimMessage[];
    const said = messages.filter(({ from }) => from === 'bot').map(textOf);
    expect(said.filter((text) => text.includes('เกณฑ์ 3,000 บาท'))).toHaveLength(1);
    expect(said).toContain('รับทราบแล้ว 1 คน');
    await office.close();
  },
  TEST_MS,
);
