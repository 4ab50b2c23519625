// The documentation sites of examples/embed, as cargo xtask examples builds them.

/** Each site with the addresses of its chapters, and the controls that make it dark and then light, by role and name. */
export const HOSTS = [
  {
    name: 'MkDocs Material',
    chapters: { install: 'mkdocs/', endpoint: 'mkdocs/endpoint/', verify: 'mkdocs/verify/' },
    dark: [['radio', /^Switch to dark mode/]],
    light: [['radio', /^Switch to light mode/]],
  },
  {
    name: 'Docusaurus',
    chapters: { install: 'docusaurus/', endpoint: 'docusaurus/endpoint/', verify: 'docusaurus/verify/' },
    // From the system's colours to the light ones, and so on.
    dark: [['button', /currently system mode/], ['button', /currently light mode/]],
    light: [['button', /currently dark mode/], ['button', /currently system mode/]],
  },
  {
    name: 'Sphinx, Furo',
    chapters: { install: 'sphinx/', endpoint: 'sphinx/endpoint.html', verify: 'sphinx/verify.html' },
    dark: [['button', /^Toggle Light/]],
    light: [['button', /^Toggle Light/]],
  },
];

/** The first scenario of the install chapters. */
export const INSTALL = 'v=1&cluster=aks&resource-group=rg-ml&cluster-name=aks-ml&cname=ml.example.com&workspace=mlw-prod';

/** Whether the text of an element is light, for a dark background. */
export const isLit = (element) => {
  const [red, green, blue] = getComputedStyle(element).color.match(/[\d.]+/g).map(Number);
  return (red + green + blue) / 3 > 127;
};
