// Which characters this machine has no glyph for: they would come out as empty boxes, such as a rare one in a person's name.

export interface SetText {
  readonly text: string;
  /** The CSS list of fonts it is set in. */
  readonly family: string;
}

export interface MissingGlyph {
  readonly character: string;
  /** The character with what stands next to it, by which a person knows the place even where it is a box. */
  readonly around: string;
}

/** Blanks, controls, joiners and variation selectors leave no ink; marks lean on other characters. */
const INKLESS = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\p{M}\u2800]/u;
const NEIGHBOURS = 4;

/** Each missing character once, where it stands first. */
export function missingGlyphs(texts: Iterable<SetText>, hasGlyph: (character: string, family: string) => boolean): readonly MissingGlyph[] {
  const found = new Map<string, MissingGlyph>();
  for (const { text, family } of texts) {
    const characters = [...text];
    for (const [at, character] of characters.entries()) {
      // ASCII is in every font.
      if (character <= '\u007f' || found.has(character) || INKLESS.test(character) || hasGlyph(character, family)) continue;
      const around = characters.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1).join('');
      found.set(character, { character, around: around.replace(/\s+/g, ' ').trim() });
    }
  }
  return [...found.values()];
}

/** The texts on the sheets as they are set. */
export function* textsOf(sheets: Element): Generator<SetText> {
  const walker = document.createTreeWalker(sheets, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement !== null && node.textContent !== null) yield { text: node.textContent, family: getComputedStyle(node.parentElement).fontFamily };
  }
}

/** A noncharacter, which no font may hold: every missing character is drawn as it is. */
const NEVER_THERE = '\u{1fffe}';
const SIDE = 32;
const EM = 24;

const answers = new Map<string, boolean>();

/**
 * Draws the character and compares it with how a missing one is drawn, the fonts the system falls back to included. Whether a font was
 * found cannot be asked for otherwise without a permission.
 */
export function createGlyphProbe(): (character: string, family: string) => boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const draw = (character: string, family: string): Uint8ClampedArray => {
    if (context === null) return new Uint8ClampedArray();
    context.clearRect(0, 0, SIDE, SIDE);
    context.font = `${String(EM)}px ${family}`;
    context.fillText(character, 2, EM);
    return context.getImageData(0, 0, SIDE, SIDE).data;
  };
  const boxes = new Map<string, Uint8ClampedArray>();
  return (character, family) => {
    const key = `${family} ${character}`;
    let answer = answers.get(key);
    if (answer !== undefined) return answer;
    const box = boxes.get(family) ?? draw(NEVER_THERE, family);
    boxes.set(family, box);
    const drawn = draw(character, family);
    answer = context === null || drawn.some((value, at) => value !== box[at]);
    answers.set(key, answer);
    return answer;
  };
}
