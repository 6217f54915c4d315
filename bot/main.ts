import { systemClock } from './clock.ts';
import { startTicker } from './jobs/ticker.ts';
import { consoleLog } from './log.ts';
import { systemRandom } from './random.ts';
import { readSettings } from './settings.ts';
import { OfficeElsewhere, startOneMachine } from './start.ts';

const ELSEWHERE = {
  'moved-away':
    'เริ่มโปรแกรมไม่ได้ ข้อมูลของหน่วยงานย้ายไปที่อื่นแล้ว ถ้าต้องการใช้ข้อมูลชุดนี้ต่อ สั่ง npm run move -- --stay embedded (หรือ firestore)',
  'half-moved': 'เริ่มโปรแกรมไม่ได้ ข้อมูลของหน่วยงานยังย้ายเข้ามาไม่ครบ สั่ง npm run move คำสั่งเดิมอีกครั้งเพื่อทำต่อ',
} as const;

const read = readSettings(process.env);
if ('problems' in read) {
  console.error(`เริ่มโปรแกรมไม่ได้ ยังขาดการตั้งค่า:\n${read.problems.map((line) => `  ${line}`).join('\n')}`);
  process.exit(1);
}
const log = consoleLog(systemClock.now);
const running = await startOneMachine(read.settings, { clock: systemClock, random: systemRandom, log }).catch(
  (error: unknown) => {
    if (!(error instanceof OfficeElsewhere)) throw error;
    console.error(ELSEWHERE[error.where]);
    process.exit(1);
  },
);
if (running.adminCode) {
  console.log(`ยังไม่มีผู้ดูแลระบบ ส่งข้อความนี้ถึงบัญชีไลน์ของหน่วยงานในแชตส่วนตัว:\n  ลงทะเบียน ${running.adminCode}`);
}
const ticker = startTicker(running.program.tick);

async function stop(): Promise<void> {
  await ticker.stop();
  await running.stop();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
