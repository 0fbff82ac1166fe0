/** Short, plain, neutral words that are hard to confuse when they are read out. */
export const signInWords: readonly string[] = `
acorn actor agile alder album alley almond alpine amber anchor angle ankle annual antler apple apricot apron arbor
arch arctic arena armor arrow artist aspen atlas attic august autumn avenue award axis bacon badge bagel baker
balcony ball bamboo banjo banner barley barn barrel basil basin basket bay beach beacon beaver beetle bell
bench berry bicycle birch bird biscuit blanket blossom blue boat bonus book boot border botany boulder bowl box bread
breeze brick bridge bright bronze brook broom brush bubble bucket buffalo bugle bulb butter button cabin cable
cactus cake calm camel camera camp canal candle canoe canvas canyon cape caramel card cargo carpet carrot castle cat
cave cedar celery cello cement chair chalk chapel charm chess chest chorus cinema circle city clam clarinet clay
cliff clock cloud clover coach coast cobalt cocoa coconut coffee coin comet compass cookie copper coral cork corn corner
cotton council cove crane crater crayon cream creek cricket crisp crown crystal cube cup curtain cushion cycle
daisy dance dawn deck deer delta denim desert desk dewdrop dinner dolphin domino donkey door dove dragon drawer drum
duck dune eagle early earth east easel echo elbow elm ember engine evening fabric falcon farm feather fence fern ferry
fiddle field fig finch flag flame flint floor flour flower flute foam fog forest fork fossil fountain fox frame frost
fruit galaxy gallery garden garlic gate gazelle gecko ginger giraffe glacier glass globe glove goat gold goose grain
grape grass gravel green guitar gull hall hammer harbor harp hat hawk hazel heather hedge heron hill hive honey hoop
horizon horn horse hotel house icicle igloo index indigo ink inlet iris island ivory ivy jacket jade jar jasmine jazz
jeans jelly jewel jigsaw journal juice july june jungle juniper kayak kettle key kiosk kitchen kite kiwi koala ladder
lagoon lake lamp lantern lark laurel lava lawn leaf ledge lemon lentil letter library lilac lily lime linen lion lizard
lobby lotus lumber lunar lunch lyric magnet mango mantle maple marble march market marsh meadow melody melon menu merit
mesa metal meteor mill mint mirror mist mitten molar monday moon morning moss motor mountain museum music napkin nature
nectar needle nest nickel noble noodle north notebook novel nutmeg oak oasis oat ocean olive onion opal opera orange
orbit orchard orchid organ otter oven owl oyster paddle page paint palm panda paper park parrot parsley pasta path patio
peanut pear pebble pelican pencil penguin pepper petal piano picnic pigeon pillow pilot pine pink pizza planet
plaza plum pocket poem polar pollen pond pony poplar poppy porch potato pottery prairie prism puffin pumpkin puzzle
quartz quill quilt rabbit radio radish rain raven ribbon rice ridge river robin rocket roof rope rose ruby runner saddle
saffron sail salad salmon sand sapphire satin scarf school scout season seed shell ship shore silk silver sketch sky
sled slipper snow soap sofa soil solar song soup south spark sparrow spice spinach spoon spring spruce square squash
stable stage stamp star station steam stone stork story stream street studio sugar summer sunday sunset swan table tango
taxi teapot temple tennis thimble thistle thunder ticket tiger tile timber toast tomato topaz torch tower trail train
trumpet tulip tunnel turtle twig umbrella valley vanilla vase velvet village vine violet violin wagon waffle
walnut water wave west whale wheat wheel willow wind window winter wood wool wren yarn yellow yogurt zebra zephyr`
  .trim()
  .split(/\s+/);
