// A municipality of five units and two measures: small enough to know by heart.

import { freshFolder, rodtrad, write } from './program.mjs';

export const units = `kod;namn;överordnad;slag
K;Ängsholms kommun;;kommun
BUN;Barn- och utbildningsnämnden;K;nämnd
S1;Norrskolan;BUN;enhet
S2;Österskolan;BUN;enhet
S3;Åskolan;BUN;enhet
`;

export const measures = `kod;titel;slag;riktning;sammanvägning;måttenhet;multiplikator
BEH;Elever i åk 9 som är behöriga till yrkesprogram;andel;högre;täljare och nämnare;%;100
TRYGG;Elever som känner sig trygga i skolan;medel;högre;ingen;;1
`;

// Ten years of two measures in three schools.
export function figures({ firstYear = 2014, years = 10, shift = 0 } = {}) {
    const lines = ['mått;enhet;grupp;period;värde;täljare;nämnare'];
    for (let year = firstYear; year < firstYear + years; ++year)
        for (const [school, level] of [['S1', 83], ['S2', 88], ['S3', 90]]) {
            const numerator = level + ((year * 7 + level) % 5) + shift;
            lines.push(`BEH;${school};T;${year};${numerator},0;${numerator};100`);
            lines.push(`TRYGG;${school};T;${year};${(7 + ((year + level) % 4) / 10 + shift / 100).toFixed(2).replace('.', ',')};;`);
        }
    return `${lines.join('\n')}\n`;
}

// A data folder with all of it, as three deliveries.
export function smallOrganisation() {
    const folder = freshFolder();
    const data = `${folder}/data`;
    rodtrad('--data', data, 'import', write(folder, 'enheter.csv', units));
    rodtrad('--data', data, 'import', write(folder, 'mått.csv', measures));
    rodtrad('--data', data, 'import', write(folder, 'utfall.csv', figures()));
    return data;
}

export const deliveries = (data) => JSON.parse(rodtrad('--data', data, 'deliveries', '--format', 'json'));

// All that the organisation can be asked on the command line, apart from the list of deliveries.
export const everythingSaid = (data) => [
    rodtrad('--data', data, 'units', '--format', 'json'),
    rodtrad('--data', data, 'measures', '--format', 'json'),
    rodtrad('--data', data, 'follow-up', '--top', '100000', '--format', 'csv'),
].join('\n');
