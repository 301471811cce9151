import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectTools, type ToolsClient } from '../mcp/tools-client.ts';

const page = 'docs/guide/mcp.md';
const example = /of `(\w+)`:\n\n```json\n([\s\S]*?)```\n[\s\S]*?```text\n([\s\S]*?)```/;

let tools: ToolsClient;
beforeAll(async () => {
  tools = await connectTools();
});
afterAll(() => tools.close());

it('names every tool, and no other', async () => {
  const rows = [...readFileSync(page, 'utf8').matchAll(/^\| `(\w+)` \|/gm)];
  const list = await tools.client.listTools();
  expect(rows.map(([, name]) => name)).toEqual(list.tools.map(({ name }) => name));
});

it('stands with the answer that its example gets', async () => {
  const text = readFileSync(page, 'utf8');
  const [all = '', name = '', given = '', stands = ''] = example.exec(text) ?? [];
  const said = await tools.call(name, JSON.parse(given));
  if (process.env.UPDATE === '1') {
    const block = `\`\`\`text\n${stands}\`\`\``;
    const fresh = `\`\`\`text\n${said.text}\n\`\`\``;
    writeFileSync(
      page,
      text.replace(all, () => all.replace(block, () => fresh)),
    );
  } else expect(`${said.text}\n`).toBe(stands);
});

it('has configurations that are JSON', () => {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/```json\n([\s\S]*?)```/g)];
  expect(blocks.length).toBeGreaterThan(3);
  for (const [, json = ''] of blocks) expect(() => JSON.parse(json)).not.toThrow();
});
