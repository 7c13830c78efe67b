/** dist/embed.zip: the embed that is one file, its pictures and a short read-me, for a server of one’s own. */
import { zipSync } from 'fflate';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const READ_ME = `FIFTY YEARS TO OTTAWA: THE EMBED, FOR YOUR OWN SERVER

1. Put all files of this folder into one folder of your server, or open embed.html from the disk.
2. Paste this where the story is to stand:

   <iframe src="FOLDER/embed.html" title="Fifty years to Ottawa (interactive timeline)"
     width="100%" height="640" loading="lazy" style="border:0" sandbox="allow-scripts allow-popups"></iframe>

embed.html is in English, embed.fr.html in French; each is complete. Add ?thread=cybercrime or another thread to
trace it. They ask no other server for anything, set no cookie and store nothing.
pictures/ holds still pictures for feeds, print and consent gates; pictures.json describes them in both languages.


CINQUANTE ANS JUSQU’À OTTAWA : L’INTÉGRATION, POUR VOTRE SERVEUR

1. Mettez tous les fichiers de ce dossier dans un même dossier de votre serveur, ou ouvrez embed.fr.html du disque.
2. Collez ceci là où l’histoire doit paraître :

   <iframe src="DOSSIER/embed.fr.html" title="Cinquante ans jusqu’à Ottawa (chronologie interactive)"
     width="100%" height="640" loading="lazy" style="border:0" sandbox="allow-scripts allow-popups"></iframe>

embed.html est en anglais, embed.fr.html en français ; chacun est complet. Ajoutez ?thread=cybercrime ou un autre
fil pour le suivre. Ils ne demandent rien à aucun autre serveur, ne posent aucun témoin et n’enregistrent rien.
pictures/ contient des images fixes pour les fils, l’imprimé et les demandes de consentement ; pictures.json les
décrit dans les deux langues.
`;

/** The same files give the same bytes: no clock is read. */
export function zipOf(files) {
  const mtime = new Date(1980, 0, 1);
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime });
}

/** Writes it into the built folder. `pictures` are their paths in it. */
export function writeZip(dist, pictures) {
  const pages = readdirSync(dist).filter((name) => /^embed(\.\w+)?\.html$/.test(name));
  const names = [...pages, 'pictures.json', ...pictures];
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(dist, name))]));
  const readMe = new TextEncoder().encode(READ_ME.replaceAll('\n', '\r\n'));
  writeFileSync(path.join(dist, 'embed.zip'), zipOf({ ...files, 'READ-ME.txt': readMe }));
}
