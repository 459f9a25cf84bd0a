/** An invented customer; every mail address is under example.com. */
export interface Person {
  readonly first: string;
  readonly last: string;
  readonly mail: string;
  readonly street: string;
  readonly house: string;
  readonly zip: string;
  readonly city: string;
  readonly country: string;
  readonly company?: string;
}

/** Invented people with the spellings that break careless software. */
export const PEOPLE: readonly Person[] = [
  person('Jörg', 'Mühlenbäcker', 'Lindenweg', '12a', '04109', 'Leipzig', 'DE'),
  person('Änne', "O'Hagen-Stuß", 'Am Alten Sägewerk', '3', '26122', 'Oldenburg', 'DE'),
  person('Siobhán', 'Ó Briain', 'Harbour Row', '7', 'T12 W8KT', 'Cork', 'IE'),
  person('Łukasz', 'Żółkiewski', 'Aleja Dębowa', '44/6', '00-950', 'Warszawa', 'PL'),
  person('Chloé', 'D’Étoile', 'Rue des Lilas', '9 bis', '69002', 'Lyon', 'FR'),
  person('Mehmet', 'Gündoğdu', 'Rosenstraße', '101', '50667', 'Köln', 'DE'),
  person('Ida', 'Sørensen', 'Strandgade', '5, 2. tv', '1401', 'København', 'DK'),
  person('Bartholomäus', 'von und zu Weißenfels', 'Schloßallee', '1', '99423', 'Weimar', 'DE'),
  person('Đorđe', 'Čvorović', 'Kleine Gasse', '17', '1070', 'Wien', 'AT'),
  person('Yuki', 'Tanaka-Rüegg', 'Seeuferweg', '8', '8800', 'Thalwil', 'CH'),
  person('Nele', 'Tulpe', 'Blumenstieg', '22', '22765', 'Hamburg', 'DE'),
  {
    ...person('Greta', 'Beispiel', 'Industriering', '40', '70565', 'Stuttgart', 'DE'),
    company: 'Beispiel & Töchter GmbH <Versand>',
  },
];

function person(
  first: string,
  last: string,
  street: string,
  house: string,
  zip: string,
  city: string,
  country: string,
): Person {
  const name = `${first}.${last}`
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z.]+/g, '');
  return { first, last, mail: `${name}@example.com`, street, house, zip, city, country };
}
