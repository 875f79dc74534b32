// Takes the pictures that the documents show: bin/test pictures.

import path from 'node:path';

import { project } from '../scenarios/program.mjs';
import { openSite, somePages } from './site.mjs';

const site = await openSite();
try {
    const pages = await somePages(site, '/avvikelser?slag=forandring');
    const take = async (name, address, options) => {
        const visitor = await site.visit(options);
        await visitor.go(address);
        await visitor.page.evaluate(() => document.fonts.ready);
        await visitor.page.screenshot({ path: path.join(project, 'docs/pictures', `${name}.png`) });
        await visitor.leave();
    };
    await take('avvikelser', pages.list, { height: 1000 });
    await take('avvikelser-narrow', pages.list, { width: 390, height: 844, scale: 2 });
    await take('deviations', pages.list, { height: 1000, language: 'en' });
    await take('matt', pages.measure, { height: 1000 });
    await take('measure', pages.measure, { height: 1000, language: 'en' });
    await take('enhet', pages.unit, { height: 1000 });
} finally {
    await site.close();
}
