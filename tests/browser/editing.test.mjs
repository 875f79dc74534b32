// What one has written is not lost: not to someone else who writes at the same time, not to a session that ends, and not by
// leaving the page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { on, openSite } from './site.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const field = (page, name) => page.locator(`main [name="${name}"]`);
const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true });

test('of two who change the same goal, the second sees what the first wrote and loses nothing', async () => {
    const first = await site.visit({ as: 'controller', javaScript: false });
    const second = await site.visit({ as: 'rektor', javaScript: false });
    for (const visitor of [first, second]) await visitor.go('/mal/12/redigera');

    await field(first.page, 'title').fill('Alla i tvåan läser med flyt');
    await field(first.page, 'reason').fill('Vi börjar tidigare.');
    await first.send(() => button(first.page, 'Spara').click());
    await first.leave();

    const { page } = second;
    const typed = { title: 'Alla i trean läser med glädje', description: 'Flyt är inte nog: <b>lusten</b> avgör.',
        reason: 'Rektors ord.' };
    for (const [name, value] of Object.entries(typed)) await field(page, name).fill(value);
    await second.send(() => button(page, 'Spara').click(), 409);
    const said = await page.locator('main').innerText();
    assert.match(said, /Någon annan har ändrat det här medan du skrev/);
    assert.match(said, /Alla i tvåan läser med flyt/, 'what the first wrote is shown');
    for (const [name, value] of Object.entries(typed)) assert.equal(await field(page, name).inputValue(), value, name);

    // Having seen it, the second may save what was typed; what the first wrote can still be read.
    await second.send(() => button(page, 'Spara').click());
    assert.equal(await on.heading(page).innerText(), typed.title);
    const story = await page.locator('main').textContent();
    for (const kept of ['Alla i tvåan läser med flyt', 'Vi börjar tidigare.', typed.reason]) assert.ok(story.includes(kept), kept);
    await second.leave();
});

test('a form survives that the session ends', async () => {
    const visitor = await site.visit({ as: 'larare', javaScript: false });
    const { page } = visitor;
    const written = 'Vi provade två lärare i matten.\n\n"Det märks" – & det känns <bra>.';
    await visitor.go('/mal/11/stam-av');
    await field(page, 'progress').fill(written);
    await field(page, 'confidence').and(page.locator('[value="4"]')).check();
    await page.context().clearCookies();
    await visitor.send(() => button(page, 'Spara avstämningen').click(), 403);
    assert.match(await page.locator('main').innerText(), /Det du skrev är inte borta|finns kvar/);

    await visitor.send(() => page.locator('form:has(input[name=user_name][value="larare"]) button').click());
    assert.ok((await page.locator('main').innerText()).includes('Vi provade två lärare i matten.'));
    await visitor.send(() => page.locator('main form button').click());
    await visitor.go('/mal/11/avstamningar');
    const told = await page.locator('main').innerText();
    for (const line of written.split('\n')) assert.ok(told.includes(line), line);
    await visitor.leave();
});

test('what was half written when one left is offered again, to whoever wrote it', async () => {
    const visitor = await site.visit({ as: 'larare' });
    const { page } = visitor;
    const written = 'Vi borde hälsa på eleverna vid dörren';
    await visitor.go('/mal/11/forslag');
    await field(page, 'text').pressSequentially(written);
    await visitor.go('/att-gora');
    await visitor.go('/mal/11/forslag');
    assert.equal(await field(page, 'text').inputValue(), '', 'nothing is put back unasked');
    await page.locator('.notice.draft button').first().click();
    assert.equal(await field(page, 'text').inputValue(), written);
    await visitor.send(() => button(page, 'Föreslå').click());
    await visitor.go('/mal/11/forslag');
    assert.equal(await page.locator('.notice.draft').count(), 0, 'what has been sent is not offered');

    await field(page, 'text').fill('Halvskrivet');
    await visitor.send(() => page.locator('header form[action="/logga-ut"] button').click());
    assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0, 'nothing is left in a shared browser');
    await visitor.leave();
});
