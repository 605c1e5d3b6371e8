import QtQuick

// The stage: one screen at a time, over one ground. It knows nothing but the `Stage` object.
Item {
    id: root

    required property QtObject stage
    readonly property string shown: stage.view.screen

    Theme {
        id: look
        name: root.stage.theme
        sans: root.stage.sans
        serif: root.stage.serif
        animated: root.stage.animated
        unit: Math.max(1, Math.min(root.height, root.width * 0.75)) / 100
    }

    Ground {
        theme: look
        anchors.fill: parent
    }

    Face {
        shown: root.shown === "welcome"
        animated: look.animated
        sourceComponent: Welcome { stage: root.stage; theme: look }
    }

    Face {
        shown: root.shown === "lineup"
        animated: look.animated
        sourceComponent: Lineup { stage: root.stage; theme: look }
    }

    Face {
        shown: root.shown === "on-stage"
        animated: look.animated
        sourceComponent: OnStage { stage: root.stage; theme: look }
    }

    Face {
        shown: root.shown === "scoring"
        animated: look.animated
        sourceComponent: Scoring { stage: root.stage; theme: look }
    }

    Face {
        shown: root.shown === "reveal"
        animated: look.animated
        sourceComponent: Reveal { stage: root.stage; theme: look }
    }

    Face {
        shown: root.shown === "leaderboard"
        animated: look.animated
        sourceComponent: Leaderboard { stage: root.stage; theme: look }
    }

    Face {
        shown: root.shown === "finale"
        animated: look.animated
        sourceComponent: Finale { stage: root.stage; theme: look }
    }

    Face {
        shown: root.shown === "returns"
        animated: look.animated
        sourceComponent: Returns { stage: root.stage; theme: look }
    }

    Face {
        shown: root.shown === "closing"
        animated: look.animated
        sourceComponent: Closing { stage: root.stage; theme: look }
    }

    Face {
        shown: root.shown === "black"
        animated: look.animated
        sourceComponent: Black {}
    }

    // Above everything, black included: nothing of a rehearsal may be taken for the contest.
    Watermark {
        theme: look
        anchors.fill: parent
        visible: root.stage.view.rehearsal === true
        dark: root.shown === "black"
    }
}
