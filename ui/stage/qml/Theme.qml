import QtQuick

// Colours, faces and sizes of the stage. `unit` is one hundredth of the screen's height.
QtObject {
    required property string name
    required property string sans
    required property string serif
    required property real unit
    required property bool animated

    readonly property bool red: name !== "navy"

    // The ground goes from dark (top) to bright (the glow at the foot).
    readonly property color groundDark: red ? "#7A0C12" : "#071A33"
    readonly property color groundBright: red ? "#A3141B" : "#0A2A4E"
    // What stands on it. The accent keeps 7:1 on the dark end, on panels and cards only.
    readonly property color text: red ? "#FFF7E6" : "#FFFFFF"
    readonly property color accent: red ? "#F2D08A" : "#43C6F5"
    readonly property color soft: red ? "#F4DDBE" : "#C3D8EE"
    readonly property color line: red ? "#B8804A" : "#2C5F8F"
    // Surfaces and what stands on them.
    readonly property color panel: red ? "#5C080D" : "#0B2443"
    readonly property color card: red ? "#640A10" : "#0F2B4D"
    readonly property color chip: red ? "#7A1419" : "#1B3C63"
    readonly property color accentInk: red ? "#4A0509" : "#04152B"
    readonly property color alarm: red ? "#FFF7E6" : "#FFFFFF"
    readonly property color alarmInk: red ? "#A3000F" : "#B00012"
    readonly property var medals: ["#F2D08A", "#DDE3EA", "#E3B084"]
    readonly property color medalInk: red ? "#4A0509" : "#04152B"

    // Sizes: names, ranks and scores at least 1/24 of the height, captions at least 1/36.
    readonly property real caption: Math.ceil(2.85 * unit)
    readonly property real label: Math.ceil(3.4 * unit)
    readonly property real smallest: Math.ceil(4.2 * unit)

    readonly property int fadeMs: 320
    readonly property int moveMs: 600
}
