// cspell:disable
/** ISO 3166-1: three letters and two letters of each country. XK is what CLDR calls Kosovo. */
const codes = `
  ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU
  AUTAT AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ
  BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI
  CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE
  DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK
  FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR
  GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN
  IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH
  KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV
  MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN
  MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI
  NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL
  PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG
  SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI
  SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT
  TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG
  VIRVI VNMVN VUTVU WLFWF WSMWS XKKXK YEMYE ZAFZA ZMBZM ZWEZW
  XKXXK XKOXK`;
// cspell:enable

const iso2ByIso3 = new Map(
  codes
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 3), pair.slice(3)]),
);
const iso2Codes = new Set(iso2ByIso3.values());

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** The English name of a country in CLDR, by its ISO 3166-1 code of two letters. */
export const countryName = (code: string): string =>
  (iso2Codes.has(code) && regions.of(code)) || code;

const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

let iso2ByName: Map<string, string> | undefined;

/**
 * The ISO 3166-1 code (two letters) of a country that is given by its two or three letters, or by
 * its English name. Null: there is no such country.
 */
export function countryCodeOf(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (iso2Codes.has(code)) return code;
  const byIso3 = iso2ByIso3.get(code);
  if (byIso3) return byIso3;
  iso2ByName ??= new Map([...iso2Codes].map((iso2) => [nameKey(countryName(iso2)), iso2]));
  return code.length > 3 ? (iso2ByName.get(nameKey(text)) ?? null) : null;
}

/**
 * The country (two letters) that a P-code begins with. Most begin with two letters, some with
 * three: "MMR001". Null: neither is a country.
 */
export function countryOfPcode(pcode: string): string | null {
  const [letters = ''] = /^[a-z]+/i.exec(pcode) ?? [];
  const upper = letters.toUpperCase();
  const iso2 = upper.slice(0, 2);
  // Letters behind the country belong to the code of the unit, unless all three are a country.
  return (
    (upper.length === 3 ? iso2ByIso3.get(upper) : undefined) ?? (iso2Codes.has(iso2) ? iso2 : null)
  );
}
