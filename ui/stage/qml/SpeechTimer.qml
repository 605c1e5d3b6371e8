import QtQuick

// The speech timer. Over time it stands on a light plate, so that the red can be read on a red ground.
Item {
    id: timer

    required property Theme theme
    required property QtObject clock
    readonly property bool over: clock.level === "over"
    readonly property real u: theme.unit

    function caption() {
        if (over)
            return qsTr("Over time")
        switch (clock.phase) {
        case "ready": return clock.allowed % 60 ? qsTr("Time allowed: %1 s").arg(clock.allowed)
                                                : qsTr("Time allowed: %1 min").arg(clock.allowed / 60)
        case "paused": return qsTr("Timer stopped")
        default: return clock.level === "warning" ? qsTr("Time is nearly up") : qsTr("Time left")
        }
    }

    implicitWidth: plate.width
    implicitHeight: plate.height

    Rectangle {
        id: plate
        objectName: "timerPlate"
        width: 78 * timer.u
        height: 31 * timer.u
        radius: 2 * timer.u
        color: timer.over ? timer.theme.alarm : timer.clock.level === "warning" ? timer.theme.accent : timer.theme.panel
        border.color: timer.theme.line
        border.width: timer.over ? 0 : Math.max(1, 0.16 * timer.u)
    }

    readonly property color ink: over ? theme.alarmInk : clock.level === "warning" ? theme.accentInk : theme.text

    Caption {
        theme: timer.theme
        anchors.horizontalCenter: parent.horizontalCenter
        y: 2.2 * timer.u
        text: timer.caption()
        color: timer.clock.level === "calm" ? timer.theme.soft : timer.ink
        font.pixelSize: timer.theme.label
    }

    TabularNumber {
        theme: timer.theme
        objectName: "timer"
        anchors.horizontalCenter: parent.horizontalCenter
        y: 3.6 * timer.u
        horizontalAlignment: Text.AlignHCenter
        text: timer.clock.text
        color: timer.ink
        strength: 0.03
        font.letterSpacing: 0.02 * size
        size: 20 * timer.u
    }
}
