/**
 * Words that lists of leaked passwords are made of, in the languages of the clinics. A long password of only such
 * words, rows of keys and digits is among the first a guesser tries, however it is put together.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `access account admin administrator alexander alpha amanda america american amor amorcito amores andrea andrew
  angel angela anthony apple april ashley august austin autumn baby babygirl bailey banana barcelona baseball
  basketball batman beautiful bigdaddy blessed blink blue bonita boston brandon bubbles buster butterfly cambiame
  canada carlos caramelo carolina change changeit changeme charlie cheese cherry chicago chicken chocolate christian
  christmas clave clinic clinica computer connect contra contrasena contraseña cookie corazon corvette cowboys crystal
  daniel daniela dallas december default demo dragon eagle eagles eduardo elephant enter estrella family
  february fernando florida flower football forever freedom friday friend friends fucker fuckyou gabriel garfield george
  ginger goddess golden goldfish google guest guitar hannah harley heaven hello hola hockey holiday home honey hotdog
  house hunter iceman iloveyou inicio internet isabella jackson january jasmine jennifer jessica jesus
  jordan jordan23 joseph joshua july june junior justin killer king knight lakers letmein liberty liverpool login london
  lovely love loveme loveyou madison maggie magic manager marina marlboro martin master matrix matthew melissa mercedes
  merlin mexico michael michelle midnight mierda miamor monday money monica monkey monster morgan mother mustang my
  mypass mypassword nathan newyork nicole ninja nothing november october office oliver orange pa55word pass
  passcode passkey passphrase passw passwd password passwort patricia peanut pepper philips phoenix pokemon practice
  prince princesa princess private pumpkin purple qazwsx qwer qwert qwerty qwertyui qwertyuiop rainbow ranger
  realmadrid rebecca robert root samantha samsung saturday scooter seattle secret secreto secure security september
  server service shadow shelby simple slayer smokey snoopy soccer softball sparky spiderman spring startrek starwars
  steelers stella steven summer sunday sunflower sunshine superman superstar support sweet system taylor teamo tequiero
  temp temporal tennis test tester testing texas the therapist therapy thomas thunder thursday tigger tiger trellis
  trustno trustnoone tuesday turtle user username usuario vanessa vanilla victoria victory viking warrior
  welcome wednesday whatever william winter wizard wolf yankees yellow zxcv zxcvb zxcvbn zxcvbnm asdf asdfg
  asdfgh asdfghjkl qazwsxedc qweasd qweasdzxc abc abcd abcde abcdef abcdefg abcdefgh and is you me for de la el te mi`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
