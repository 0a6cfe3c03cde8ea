/**
 * What common passwords are made of: the words, names, keyboard walks and runs of digits at the top of every published list of leaked
 * passwords. A common password that is long enough (`shortestPassword`) repeats or joins such parts, so a list of parts finds more than a
 * list of whole passwords. Lower case; a digit that stands for a letter (`p4ss`) is compared as that letter too.
 */
export const commonParts: readonly string[] = [
  ..."password passwort contraseña contrasena clave claves senha secret secreto secreta qwerty qwertz azerty admin administrator administrador".split(
    " ",
  ),
  ..."welcome bienvenido bienvenida letmein login usuario user guest invitado master maestro root system sistema server changeme default test testing prueba pruebas".split(
    " ",
  ),
  ..."iloveyou teamo tequiero amor love amigo amiga amigos friend friends princess princesa dragon monkey football futbol baseball soccer superman batman".split(
    " ",
  ),
  ..."sunshine shadow michael jennifer jessica jordan ashley charlie daniel thomas andrew joshua robert carlos maria jose juan pedro luis ana alejandro alejandra fernando diego sofia".split(
    " ",
  ),
  ..."dios jesus jesucristo christ angel angeles heaven corazon familia mexico colombia barcelona madrid realmadrid america espana".split(
    " ",
  ),
  ..."starwars pokemon naruto computer computadora internet google facebook microsoft windows office summer winter spring autumn verano invierno otono primavera".split(
    " ",
  ),
  ..."january february march april june july august september october november december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(
    " ",
  ),
  ..."monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo".split(
    " ",
  ),
  ..."whatever trustno nothing something freedom killer hunter tigger ginger pepper cookie chocolate flower butterfly mustang ferrari mercedes".split(
    " ",
  ),
  ..."qwertyuiop asdfghjkl zxcvbnm qwert asdfg asdf zxcv zaq xsw cde wsx qaz edc rfv tgb yhn poiuy lkjhg mnbvc abcdefghijklmnopqrstuvwxyz abcdefgh abcdef abcd abc".split(
    " ",
  ),
];

/** The product, its owners and its subject, in both languages. */
export const productParts: readonly string[] = [
  ..."avances avance progress palermo protocol protocols protocolo protocolos conference conferencia regional migration migracion migrant migrante migrantes".split(
    " ",
  ),
  ..."secretariat secretaria tecnica technical trafficking trata smuggling trafico demonstration demostracion demo portal report reporte informe country pais rcm crm iom oim".split(
    " ",
  ),
];
