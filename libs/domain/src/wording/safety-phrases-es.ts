import type { SafetyPhrases } from './safety-kinds.js';

const children = [
  'a los niños', 'a las niñas', 'a mis hijos', 'a mis hijas', 'a mi hijo', 'a mi hija', 'a un menor', 'a una menor',
  'a un niño', 'a una niña',
] as const; // prettier-ignore
const each = (starts: readonly string[], ends: readonly string[]): readonly string[] =>
  starts.flatMap((start) => ends.map((end) => `${start} ${end}`));

/** Spanish phrases (SAFETY-01). Short on purpose: a clinic adds its own. */
export const spanishSafetyPhrases: SafetyPhrases = {
  self_harm: [
    'matarme', 'me quiero matar', 'me voy a matar', 'me mato', 'quitarme la vida', 'me quito la vida',
    'acabar con mi vida', 'terminar con mi vida', 'acabar con todo', 'no quiero vivir', 'no quiero seguir viviendo',
    'sin ganas de vivir', 'quiero morir', 'quiero morirme', 'me quiero morir', 'ojalá estuviera muerto',
    'ojalá estuviera muerta', 'estarían mejor sin mí', 'estaría mejor sin mí', 'suicidio', 'suicidarme',
    'suicida', 'hacerme daño', 'me hago daño', 'lastimarme', 'me lastimo', 'cortarme', 'me corto', 'quemarme',
    'autolesión', 'autolesiones', 'autolesionarme', 'sobredosis', 'ya no quiero estar aquí', 'no puedo más',
    'no puedo seguir', 'no vale la pena vivir', 'ahorcarme', 'pegarme un tiro',
  ],
  violence: [
    ...each(['me'], ['pega', 'pegó', 'golpea', 'golpeó', 'empujó', 'pateó', 'ahorcó', 'estranguló', 'amenaza']),
    ...each(['me'], ['amenazó', 'violó', 'obliga', 'obligó', 'forzó', 'encerró', 'jaló del pelo', 'abofeteó']),
    ...each(['le tengo miedo', 'tengo miedo'], ['a él', 'a ella', 'a mi pareja', 'de él', 'de ella', 'de mi pareja']),
    ...each(['matar', 'golpear', 'pegarle', 'hacerle daño'], ['a él', 'a ella', 'a mi pareja']),
    'matarlo', 'matarla', 'le tengo miedo', 'lo voy a matar', 'la voy a matar', 'le pegué', 'lo golpeé',
    'la golpeé', 'temo por mi vida', 'tiene un arma', 'tiene una pistola', 'sacó un cuchillo', 'no me deja salir',
    'violación', 'tener sexo a la fuerza',
  ],
  child_harm: [
    ...each(['pega', 'pegó', 'golpea', 'golpeó', 'pegarle', 'hacerle daño', 'hace daño', 'tocó', 'abusó'], children),
    ...each(['le pega', 'le pegó', 'les pega', 'les pegó', 'le pegué', 'les pegué'], children),
    'abuso infantil', 'abuso de menores', 'maltrato infantil', 'pornografía infantil', 'porno infantil',
    'menor de edad', 'menores de edad', 'imágenes de menores', 'videos de menores', 'fotos de menores',
    'sexo con un menor', 'sexo con una menor', 'los niños no están a salvo', 'los niños corren peligro',
  ],
  being_watched: [
    'me vigila', 'me está vigilando', 'me vigilan', 'me espía', 'me está espiando', 'me sigue', 'me está siguiendo',
    'me acosa', 'me rastrea', 'rastrea mi teléfono', 'rastrea mi celular', 'lee mis mensajes', 'revisa mi teléfono',
    'revisa mi celular', 'cámara escondida', 'cámara oculta', 'programa espía', 'rastreador', 'airtag',
    'sabe mi contraseña', 'tiene mi contraseña', 'puede leer esto', 'está leyendo esto', 'controla mi teléfono',
    'controla mi celular', 'sabe dónde estoy',
  ],
  intoxication: [
    'estoy borracho', 'estoy borracha', 'estaba borracho', 'estaba borracha', 'me emborraché', 'tomé de más',
    'bebí de más', 'he estado bebiendo', 'he estado tomando', 'estoy drogado', 'estoy drogada', 'me drogué',
    'demasiadas pastillas', 'muchas pastillas', 'tomé pastillas', 'no puedo dejar de beber', 'no puedo dejar de tomar',
    'bajo los efectos', 'volví a consumir', 'perdí el conocimiento',
  ],
}; // prettier-ignore
